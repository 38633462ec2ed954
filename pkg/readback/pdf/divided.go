package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// softHyphen is what the hyphen of a divided word stands for: no part of it.
const softHyphen = "\u00AD"

// divides makes one of the two lines that a word is divided over, where the hyphen between them
// was drawn by itself, close behind the one part, and the other stands below: so LibreOffice
// draws a hyphen that the text has not.
func (c *canvas) divides(next string) {
	const alone, near = "- ", 0.2 // of a letter's height
	lines, at := c.page.Lines, len(c.runs)-1
	n := len(lines) - 2
	if n < 0 || at < 2 || lines[n+1].Text != alone || lines[n].Artifact != lines[n+1].Artifact {
		return
	}
	head := strings.TrimSuffix(lines[n].Text, " ")
	last, _ := utf8.DecodeLastRuneInString(head)
	first, _ := utf8.DecodeRuneInString(next)
	if !unicode.IsLetter(last) || !unicode.IsLower(first) {
		return
	}
	word, hyphen, rest := c.runs[at-2], c.runs[at-1], c.runs[at]
	high := word.top - word.foot
	beside := math.Abs(hyphen.left-word.right) <= near*high && math.Abs(hyphen.foot-word.foot) <= near*high
	if beside && hyphen.text == "-" && rest.top < hyphen.foot {
		lines[n].Text = head
		c.page.Lines = lines[:n+1]
	}
}

// softened takes a hyphen for a soft one, if a file says of the one that was drawn last that it
// is.
func (c *canvas) softened(says, shown string) bool {
	text := c.text.String()
	if says != softHyphen || shown != "-" || !strings.HasSuffix(text, "-") {
		return false
	}
	c.text.Reset()
	c.text.WriteString(strings.TrimSuffix(text, "-") + softHyphen)
	return true
}
