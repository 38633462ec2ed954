package importer

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// ids makes ids of texts, each once in its space.
type ids map[string]int

// small are words that say little of what a text is about.
var small = setOf(`a an and are as at be been by can each for from had has have in including into is it its may more no not of on or other
	over per shall should so such than that the their these they this those to towards under upon was were which will with within would
	have been all any well also both during through relevant related required necessary appropriate regarding concerning following
	convention states state parties party isu unit support work year annual`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// of makes an id of the first words of a text that say something; where there are none, of a word that is given.
func (d ids) of(text, otherwise string) plain {
	const enough, longest = 2, 40
	var words []string
	for _, w := range wordsOf(ascii(text)) {
		if small[w] || len(w) < 3 {
			continue
		}
		words = append(words, w)
	}
	id := ""
	for n := enough; n <= len(words); n++ {
		if id = clip(strings.Join(words[:n], "-"), longest); d.take(id) {
			return plain(id)
		}
		if n > enough+2 {
			break
		}
	}
	if len(words) > 0 && id == "" {
		id = clip(words[0], longest)
	}
	if id == "" || id[0] < 'a' || id[0] > 'z' {
		id = strings.Trim(otherwise+"-"+id, "-")
	}
	if d.take(id) {
		return plain(id)
	}
	for n := max(d[id], 1) + 1; ; n++ {
		if next := id + "-" + strconv.Itoa(n); d.take(next) {
			d[id] = n // where the next one of these words begins
			return plain(next)
		}
	}
}

// take takes an id if it is one and free.
func (d ids) take(id string) bool {
	if id == "" || id[0] < 'a' || id[0] > 'z' || d[id] > 0 {
		return false
	}
	d[id] = 1
	return true
}

func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	s = s[:most]
	if at := strings.LastIndexByte(s, '-'); at > 0 {
		s = s[:at]
	}
	return s
}

// ascii writes letters without their accents, and drops what is none.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 126 {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
