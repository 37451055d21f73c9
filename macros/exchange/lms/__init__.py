"""What a learning environment gets: the links of the lessons as a course, and that course as a package to import."""
