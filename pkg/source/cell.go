package source

import "gopkg.in/yaml.v3"

// Cell makes a node of a stretch of a file that is no YAML, such as a cell of a table: what is
// read of it remembers where it was written, as values of a plan do.
func Cell(f *File, offset int, text string) Node {
	at := f.At(offset)
	return Node{f, &tree{Kind: yaml.ScalarNode, Value: text, Line: int32(at.Line), Column: int32(at.Col)}} //nolint:gosec // a file has at most MaxBytes
}
