package hyphen

// Reload reads the English patterns anew.
func Reload() { parse(english) }
