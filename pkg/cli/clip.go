package cli

// clipped is the beginning of a text that may be long, for a line of a report.
func clipped(s string) string {
	const most = 160
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + " …"
	}
	return s
}
