// Package hyphen finds out where a word may be divided at a line's end, by the algorithm of
// Frank Liang: patterns of letters say at which points a word may be divided, and at which it
// may not, and of several that say something of one point the strongest is right.
//
// The patterns of a language are read when they are first asked for.
package hyphen

import (
	_ "embed" // the patterns
	"strings"
	"sync"
)

// Patterns are those of a language. They are for any number of goroutines. There are none in
// nil, which divides no word.
type Patterns struct {
	letters    []byte     // of all patterns, one behind the other, in the order of their bytes
	levels     []byte     // of all patterns likewise; each has one more than it has letters
	starts     []uint32   // where the letters of each begin, and where the last end
	firsts     [257]int32 // by byte: the first of the patterns that begin with it, or with a later one
	exceptions map[string][]int
}

var (
	//go:embed patterns/en.txt
	english string
	//go:embed patterns/es.txt
	spanish string
	//go:embed patterns/fr.txt
	french string
	//go:embed patterns/ru.txt
	russian string
)

// languages are those that have patterns.
var languages = []string{"en", "es", "fr", "ru"}

var loaded = map[string]func() *Patterns{
	"en": sync.OnceValue(func() *Patterns { return parse(english) }),
	"es": sync.OnceValue(func() *Patterns { return parse(spanish) }),
	"fr": sync.OnceValue(func() *Patterns { return parse(french) }),
	"ru": sync.OnceValue(func() *Patterns { return parse(russian) }),
}

// Languages returns the codes of the languages that have patterns.
func Languages() []string { return append([]string(nil), languages...) }

// For returns the patterns of a language by its code, such as en or en-GB, nil where there are
// none.
func For(language string) *Patterns {
	base, _, _ := strings.Cut(language, "-")
	if load := loaded[base]; load != nil {
		return load()
	}
	return nil
}

// parse reads a file: a pattern or an exception a line, sorted, and comments behind %.
func parse(text string) *Patterns {
	p := &Patterns{exceptions: map[string][]int{}, letters: make([]byte, 0, len(text)), levels: make([]byte, 0, len(text)), starts: make([]uint32, 0, len(text)/6)}
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		switch {
		case line == "" || line[0] == '%':
		case strings.IndexByte(line, '-') > 0:
			p.except(line)
		default:
			p.pattern(line)
		}
	}
	p.starts = append(p.starts, uint32(len(p.letters))) //nolint:gosec // the files are the program's own
	p.index()
	return p
}

// index notes where the patterns of each first letter begin.
func (p *Patterns) index() {
	n := 0
	for first := range p.firsts {
		for n < len(p.starts)-1 && p.at(n, 0) < first {
			n++
		}
		p.firsts[first] = int32(n)
	}
}

// except takes note of a word that is divided at its hyphens alone.
func (p *Patterns) except(word string) {
	var points []int
	at := 0
	for part := range strings.SplitSeq(word, "-") {
		at += len(part)
		points = append(points, at)
	}
	p.exceptions[strings.ReplaceAll(word, "-", "")] = points[:len(points)-1]
}

// pattern takes note of a pattern, such as hy3ph: a digit is the level of the point where it
// stands, and no digit is 0.
func (p *Patterns) pattern(line string) {
	p.starts = append(p.starts, uint32(len(p.letters))) //nolint:gosec // the files are the program's own
	letters, levels, level := p.letters, p.levels, byte(0)
	for i := range len(line) {
		c := line[i]
		if c >= '0' && c <= '9' {
			level = c - '0'
			continue
		}
		letters, levels, level = append(letters, c), append(levels, level), 0
	}
	p.letters, p.levels = letters, levels
	p.levels = append(p.levels, level)
}

// longest is how long a word may be to be divided, in bytes, with a full stop on either side.
const longest = 96

// points returns the points of a word of small letters at which it may be divided, as
// positions of its bytes.
func (p *Patterns) points(word string) (list []int) {
	if points, is := p.exceptions[word]; is {
		return points
	}
	var levels [longest + 1]byte
	framed := "." + word + "."
	for from := range len(framed) {
		p.raise(levels[from:], framed[from:])
	}
	for i, level := range levels[:len(framed)] {
		if at := i - 1; level&1 == 1 && at > 0 && at < len(word) {
			list = append(list, at)
		}
	}
	return list
}

// raise raises the levels of a text to those of the patterns that it begins with.
func (p *Patterns) raise(levels []byte, text string) {
	from, to := int(p.firsts[text[0]]), int(p.firsts[int(text[0])+1])
	for n := 1; from < to; n++ {
		if start := int(p.starts[from]); int(p.starts[from+1])-start == n {
			for i, level := range p.levels[start+from:][:n+1] {
				levels[i] = max(levels[i], level)
			}
		}
		if n == len(text) {
			return
		}
		from, to = p.narrow(from, to, n, text[n])
	}
}

// narrow returns those of some patterns, which are alike up to a letter, that have this letter
// too.
func (p *Patterns) narrow(from, to, n int, letter byte) (first, last int) {
	first = p.search(from, to, n, int(letter))
	for last = first; last < to && last < first+4; last++ { // mostly few are left
		if p.at(last, n) != int(letter) {
			return first, last
		}
	}
	return first, p.search(last, to, n, int(letter)+1)
}

// search returns the first of some patterns whose letter is no less than one.
func (p *Patterns) search(from, to, n, letter int) int {
	for from < to {
		if middle := (from + to) / 2; p.at(middle, n) < letter {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return from
}

// at returns a letter of a pattern, less than any behind its end.
func (p *Patterns) at(pattern, n int) int {
	if at := int(p.starts[pattern]) + n; at < int(p.starts[pattern+1]) {
		return int(p.letters[at])
	}
	return -1
}
