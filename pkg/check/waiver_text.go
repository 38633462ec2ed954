package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

// added returns the edit that puts a key behind a value of a group: on a line of its own,
// unless the group stands in braces.
func added(group, behind source.Node, key string) []diag.Edit {
	file, end := behind.File(), behind.Span().End.Offset
	if group.IsFlow() {
		return []diag.Edit{{Span: file.Span(end, end), Text: ", " + key}}
	}
	for end < len(file.Bytes) && file.Bytes[end] != '\n' && file.Bytes[end] != '\r' {
		end++
	}
	lineBreak := "\n"
	if end < len(file.Bytes) && file.Bytes[end] == '\r' {
		lineBreak = "\r\n"
	}
	indent := strings.Repeat(" ", group.Start().Col-1)
	return []diag.Edit{{Span: file.Span(end, end), Text: lineBreak + indent + key}}
}

// inYAML returns words as YAML: one as a value, several as a list.
func inYAML(words []string) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w
		if !harmless().MatchString(w) || ambiguous().MatchString(w) {
			list[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(w) + `"`
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// harmless matches what YAML reads as the text that it is, inside of braces too;
// ambiguous what it could take for something else.
var (
	harmless  = pattern.Lazy(`^\pL[\pL\pN .–’-]*[\pL\pN.]$`)
	ambiguous = pattern.Lazy(`(?i)^(?:true|false|null|yes|no|on|off)$`)
)

// enquoted returns words in quotation marks, one behind the other.
func enquoted(words []string) string { return "“" + strings.Join(words, "”, “") + "”" }
