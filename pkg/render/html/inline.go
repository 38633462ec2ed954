package html

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// inline writes a text, run by run.
func (w *writer) inline(t document.Text) {
	for i := range t {
		w.run(&t[i], "", "")
	}
}

// run writes a run with its style. What is given stands within its links, around its text.
func (w *writer) run(r *document.Run, start, end string) {
	wrap := func(on bool, tag, attributes string) {
		if on {
			start, end = start+"<"+tag+attributes+">", "</"+tag+">"+end
		}
	}
	wrap(isAddress(r.Link), "a", ` href="`+esc(r.Link)+`"`)
	place := w.places[r.To]
	wrap(place != "" && !isAddress(r.Link), "a", ` href="#`+esc(place)+`"`)
	wrap(r.Aloud != "", "span", ` role="img" aria-label="`+esc(r.Aloud)+`"`) // which is read in place of the text
	wrap(r.Language != "", "span", ` lang="`+esc(r.Language)+`"`+direction(r.Language))
	wrap(r.Edit == document.Inserted, "ins", "")
	wrap(r.Edit == document.Deleted, "del", "")
	wrap(r.Note > 0, "sup", ` class="mark"`)
	wrap(r.Strong, "strong", "")
	wrap(r.Emphasis, "em", "")
	wrap(r.Keep && len(r.Text) <= longestKept && strings.ContainsAny(r.Text, breaks), "span", ` class="kept"`)
	wrap(strings.ContainsAny(r.Text, directions), "bdi", "") // what turns a text round ends with its run
	if w.At != nil {
		at := w.At(r)
		wrap(at != "", "span", ` data-at="`+esc(at)+`"`)
	}
	w.put(start, esc(r.Text), end)
}

// longestKept is how long a text is, in bytes, that is kept on one line: it has room on a
// phone.
const longestKept = 26

// breaks are the characters at which browsers begin a new line.
const breaks = " -\u2010\u2013\u2014/"

// directions are the characters that turn the direction of a text.
const directions = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"

// isAddress reports whether a link may be followed: no other kind leads to a script.
func isAddress(link string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(link) > len(scheme) && strings.EqualFold(link[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}
