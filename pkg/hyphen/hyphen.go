// Package hyphen finds out where a word may be divided at a line's end, by the algorithm of
// Frank Liang: patterns of letters say at which points a word may be divided, and at which it
// may not, and of several that say something of one point the strongest is right.
//
// The patterns of a language are read when they are first asked for.
package hyphen

import (
	"embed"
	"sort"
	"strings"
	"sync"
)

// Patterns are those of a language. They are for any number of goroutines. There are none in
// nil, which divides no word.
type Patterns struct {
	letters    string // of all patterns, one behind the other, in the order of their bytes
	levels     []byte // of all patterns likewise; each has one more than it has letters
	starts     []int  // where the letters of each begin, and where the last end
	exceptions map[string][]int
}

//go:embed patterns
var files embed.FS

// languages are those that have patterns.
var languages = []string{"en", "es", "fr", "ru"}

var loaded = func() map[string]func() *Patterns {
	list := map[string]func() *Patterns{}
	for _, code := range languages {
		list[code] = sync.OnceValue(func() *Patterns {
			text, _ := files.ReadFile("patterns/" + code + ".txt") // a test reads each
			return parse(string(text))
		})
	}
	return list
}()

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
	p := &Patterns{exceptions: map[string][]int{}, levels: make([]byte, 0, len(text)), starts: make([]int, 0, len(text)/6)}
	var letters strings.Builder
	letters.Grow(len(text))
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '%':
		case strings.IndexByte(line, '-') > 0:
			p.except(line)
		default:
			p.starts = append(p.starts, letters.Len())
			p.pattern(line, &letters)
		}
	}
	p.letters = letters.String()
	p.starts = append(p.starts, len(p.letters))
	return p
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
func (p *Patterns) pattern(line string, letters *strings.Builder) {
	level := byte(0)
	for i := range len(line) {
		if c := line[i]; c >= '0' && c <= '9' {
			level = c - '0'
			continue
		}
		letters.WriteByte(line[i])
		p.levels = append(p.levels, level)
		level = 0
	}
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
	from, to := 0, len(p.starts)-1
	for n := range len(text) {
		from, to = p.narrow(from, to, n, text[n])
		if from == to {
			return
		}
		if p.starts[from+1]-p.starts[from] == n+1 {
			for i, level := range p.levels[p.starts[from]+from:][:n+2] {
				levels[i] = max(levels[i], level)
			}
		}
	}
}

// narrow returns those of some patterns, which are alike up to a letter, that have this letter
// too.
func (p *Patterns) narrow(from, to, n int, letter byte) (first, last int) {
	behind := func(limit int) int {
		return from + sort.Search(to-from, func(i int) bool { return p.at(from+i, n) >= limit })
	}
	first = behind(int(letter))
	for last = first; last < to && last < first+4; last++ { // mostly few are left
		if p.at(last, n) != int(letter) {
			return first, last
		}
	}
	return first, behind(int(letter) + 1)
}

// at returns a letter of a pattern, less than any behind its end.
func (p *Patterns) at(pattern, n int) int {
	if at := p.starts[pattern] + n; at < p.starts[pattern+1] {
		return int(p.letters[at])
	}
	return -1
}
