package cli

import "encoding/json"

// writeJSON writes a value for programs, indented as a person can read it too.
func (a *app) writeJSON(v any) error {
	e := json.NewEncoder(a.stdout.json())
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
