package pdf

// PrepareWith prepares a file with other fonts, for the tests of other packages' sides.
var PrepareWith = prepareWith
