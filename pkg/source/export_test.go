package source

// Misplaced is what the outline finds, for tests.
var Misplaced = misplaced
