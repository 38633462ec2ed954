package compile

// Version is the version of isuplan.
const Version = "0.2.0"

// Program is what a built file says that it was made by.
const Program = "isuplan " + Version
