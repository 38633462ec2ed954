package importer

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// chainFinder finds the results that rows of tables name, and makes those that the file has nowhere else.
type chainFinder struct {
	draft *draft
	frame *frame
	makes [4]bool // the depths of which the file has no list
}

func newChainFinder(d *draft, f *frame) *chainFinder {
	c := &chainFinder{draft: d, frame: f, makes: [4]bool{1: true, 2: true, 3: true}}
	d.eachResult(func(depth int, _ string, _ []*draftResult) { c.makes[depth] = false })
	return c
}

// eachResult shows every result with its number and the results above it, itself last.
func (d *draft) eachResult(see func(depth int, number string, path []*draftResult)) {
	var walk func(list []*draftResult, before string, path []*draftResult)
	walk = func(list []*draftResult, before string, path []*draftResult) {
		for i, r := range list {
			number := before + strconv.Itoa(i+1)
			here := slices.Concat(path, []*draftResult{r})
			see(len(here), number, here)
			walk(r.below, number+".", here)
		}
	}
	walk(d.outcomes, "", nil)
}

// keyed is what a result says, without marks and case.
func (r *draftResult) keyed() string {
	if r.key == "" {
		r.key = keyOf(r.text)
	}
	return r.key
}

// sensed is what a result says without small words and endings.
func (r *draftResult) sensed() string {
	if r.sense == "" {
		r.sense = senseOf(r.text)
	}
	return r.sense
}

// senseless are words that may be there or not, and nothing else is meant.
var senseless = setOf("a an the of for in to on at by and")

// senseOf is a text without small words and endings.
func senseOf(text string) string {
	var out []string
	for _, w := range wordsOf(text) {
		if !senseless[w] {
			out = append(out, stem(w))
		}
	}
	return strings.Join(out, " ")
}

// named is how a cell names a result: its word, its number and its words, each of which may lack.
type named struct{ word, number, text string }

var (
	resultNumber = pattern.Lazy(`^([0-9]{1,3}(?:\.[0-9]{1,3}){0,3})[.:)]?(?:\s+(.*))?$`)
	resultWord   = pattern.Lazy(`^(\pL[\pL ]{2,24}?)\s+([0-9]{1,3}(?:\.[0-9]{1,3}){0,3})\s*[.:)–—-]?(?:\s+(\S.*))?$`)
)

// name reads how a cell names a result.
func (c *chainFinder) name(cell string) named {
	if m := resultNumber().FindStringSubmatch(cell); m != nil {
		return named{number: m[1], text: strings.TrimSpace(m[2])}
	}
	if m := resultWord().FindStringSubmatch(cell); m != nil {
		word := strings.ToLower(m[1])
		depth := strings.Count(m[2], ".") + 1
		if c.frame.results[word] > 0 || depth < len(otherResults) && otherResults[depth][word] {
			return named{word: word, number: m[2], text: strings.TrimSpace(m[3])}
		}
	}
	return named{text: cell}
}

// depthOf is the depth that a name says, 0 where it says none.
func (c *chainFinder) depthOf(n named) int {
	switch {
	case c.frame.results[n.word] > 0:
		return c.frame.results[n.word]
	case n.number != "" && strings.Count(n.number, ".") < 3:
		return strings.Count(n.number, ".") + 1
	}
	return 0
}

// found is a result that was looked for.
type foundResult struct {
	path  []*draftResult
	other string // the words by which the table has it, where they are others
	why   string // it was not found
}

// find looks for the result of a depth that a cell names, 0 for any depth. By words alone it is only
// found where they are the same, but for small words and endings.
func (c *chainFinder) find(n named, depth int) (f foundResult) {
	best, times := 0, 0
	key, sense := keyOf(n.text), senseOf(n.text)
	c.draft.eachResult(func(d int, number string, path []*draftResult) {
		if depth > 0 && d != depth {
			return
		}
		r := path[len(path)-1]
		if r.number != "" {
			number = r.number
		}
		match := 0
		switch {
		case n.number != "" && number == n.number:
			match = 3
		case n.number == "" && key != "" && r.keyed() == key:
			match = 2
		case n.number == "" && sense != "" && r.sensed() == sense:
			match = 1
		}
		if match > best {
			f.path, best, times = path, match, 0
		}
		if match > 0 && match == best {
			times++
		}
	})
	switch {
	case n.number == "" && best == 0:
		return foundResult{why: "it names no result of the plan"}
	case times > 1:
		return foundResult{why: "it names several results of the plan"}
	case f.path == nil:
		return foundResult{why: "the plan has no result of this number"}
	}
	r := f.path[len(f.path)-1]
	if n.text != "" && !same(r.text, n.text) {
		const sameThing = 50
		if alike(r.text, n.text) < sameThing && !strings.HasPrefix(strings.ToLower(r.text), strings.ToLower(strings.TrimRight(n.text, "…."))) {
			return foundResult{why: "its number and its words name different results"}
		}
		f.other = n.text
	}
	return f
}

// make adds a result below those of a path, of whose depth the file has no list.
func (c *chainFinder) make(n named, path []*draftResult, depth int) []*draftResult {
	path = c.above(n, path, depth)
	for len(path) < depth-1 { // what the table does not name
		above := &draftResult{said: said{text: madeResults[len(path)+1], marks: []string{"the file has none for these activities: write what it is"}}}
		if number := strings.Split(n.number, "."); len(number) == depth {
			above.number = strings.Join(number[:len(path)+1], ".")
		}
		c.add(above, path)
		path = append(path, above)
	}
	r := &draftResult{said: said{text: n.text}, number: n.number}
	c.add(r, path)
	return append(path, r)
}

// above returns the results above one: those that its number says, or those of a path.
func (c *chainFinder) above(n named, path []*draftResult, depth int) []*draftResult {
	path = path[:min(len(path), depth-1):min(len(path), depth-1)]
	at := strings.LastIndexByte(n.number, '.')
	if at < 0 || strings.Count(n.number, ".") != depth-1 || len(path) == depth-1 && (path[depth-2].number == n.number[:at] || path[depth-2].number == "") {
		return path
	}
	if f := c.find(named{number: n.number[:at]}, depth-1); f.path != nil {
		return f.path[: depth-1 : depth-1]
	}
	return path[:0:0]
}

var madeResults = [...]string{1: "Outcome of the activities", 2: "Output of the activities"}

func (c *chainFinder) add(r *draftResult, path []*draftResult) {
	if len(path) == 0 {
		c.draft.outcomes = append(c.draft.outcomes, r)
		return
	}
	above := path[len(path)-1]
	above.below = append(above.below, r)
}

// look looks for a result; one of a depth that tables make stands below the results of the row.
func (w *workReader) look(n named, depth int) foundResult {
	if depth == 0 || !w.makes[depth] {
		return w.find(n, depth)
	}
	below := w.draft.outcomes
	path := w.above(n, w.path, depth)
	switch {
	case len(path) > 0 && len(path) == depth-1:
		below = path[len(path)-1].below
	case depth > 1:
		return foundResult{}
	}
	key := keyOf(n.text)
	for _, r := range below {
		if (n.text == "" || r.keyed() == key) && (n.number == "" || r.number == n.number) {
			return foundResult{path: append(path[:len(path):len(path)], r)}
		}
	}
	return foundResult{}
}
