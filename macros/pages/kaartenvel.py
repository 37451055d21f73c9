"""A deck on its page: each sheet as a picture, its text beside it, and the PDF."""
def kaartenvel(site, deck): return ""
