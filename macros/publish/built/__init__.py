"""What is done to pages once they are built: rules of safety, one form of address, and reading without internet."""
