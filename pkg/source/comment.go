package source

import (
	"bytes"
	"cmp"
	"slices"

	"gopkg.in/yaml.v3"
)

// Comment is a comment of a file: its text behind the #, and where it stands.
type Comment struct {
	Text string
	Span Span
}

// Comments returns the comments below a file's root that hold a word: a # inside a
// text is none.
func Comments(root Node, word string) []Comment {
	f := root.file
	if f == nil || !bytes.Contains(f.Bytes, []byte(word)) {
		return nil
	}
	texts := root.scalars(nil)
	slices.SortFunc(texts, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	var list []Comment
	for n := 1; n <= f.Lines(); n++ {
		line := f.Line(n)
		start := f.starts[n-1]
		for i := range len(line) {
			if line[i] != '#' || i > 0 && line[i-1] != ' ' && line[i-1] != '\t' || covers(texts, start+i) {
				continue
			}
			if text := line[i+1:]; bytes.Contains([]byte(text), []byte(word)) {
				list = append(list, Comment{text, f.Span(start+i, start+len(line))})
			}
			break
		}
	}
	return list
}

// scalars returns the first and the last offset of each scalar.
func (n Node) scalars(list [][2]int) [][2]int {
	switch n.Kind() {
	case Scalar:
		start := n.Start()
		from, to := start.Offset, n.end(start)
		if n.yaml.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 { // a comment can stand behind its mark
			from = min(to, skipLine(n.file.Bytes, from))
		}
		list = append(list, [2]int{from, to})
	case Sequence:
		for _, item := range n.Items() {
			list = item.scalars(list)
		}
	case Mapping:
		for key, value := range n.Pairs() {
			list = value.scalars(key.scalars(list))
		}
	}
	return list
}

// covers reports whether an offset lies inside one of the stretches.
func covers(stretches [][2]int, at int) bool {
	i, found := slices.BinarySearchFunc(stretches, at, func(s [2]int, at int) int { return cmp.Compare(s[0], at) })
	if found {
		return true
	}
	return i > 0 && at < stretches[i-1][1]
}

// BlockLines returns the lines, counted from 1, on which a key or an item in block
// style begins: above these a comment can stand.
func BlockLines(root Node) []int {
	lines := root.blockLines(nil)
	slices.Sort(lines)
	return slices.Compact(lines)
}

func (n Node) blockLines(lines []int) []int {
	if n.Kind() == Scalar || n.IsFlow() {
		return lines
	}
	for _, item := range n.Items() {
		lines = item.blockLines(append(lines, item.Start().Line))
	}
	for key, value := range n.Pairs() {
		lines = value.blockLines(append(lines, key.Start().Line))
	}
	return lines
}
