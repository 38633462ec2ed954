package hyphen

// Reload reads the English patterns anew.
func Reload() {
	text, _ := files.ReadFile("patterns/en.txt")
	parse(string(text))
}
