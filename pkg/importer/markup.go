package importer

import (
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// tidied makes blanks of all kinds single blanks, from an offset on, and moves the spans
// along.
func tidied(raw string, spans []readback.Span, offset int) (string, []readback.Span) {
	if len(spans) == 0 || source.Visible(raw) != raw {
		return tidy(raw), nil
	}
	at := map[int]int{} // where the ends of spans went
	for _, s := range spans {
		at[max(0, s.From-offset)], at[max(0, min(len(raw), s.To-offset))] = 0, 0
	}
	var b strings.Builder
	blank := true
	note := func(i int) {
		if _, wanted := at[i]; wanted {
			at[i] = b.Len()
		}
	}
	for i, r := range raw {
		note(i)
		switch {
		case r == '\u00AD':
		case unicode.IsSpace(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
		default:
			b.WriteRune(r)
			blank = false
		}
	}
	note(len(raw))
	text := strings.TrimRight(b.String(), " ")
	var out []readback.Span
	for _, s := range spans {
		from, to := max(0, s.From-offset), min(len(raw), s.To-offset)
		if from >= to {
			continue
		}
		if s.From, s.To = min(at[from], len(text)), min(at[to], len(text)); s.From < s.To {
			out = append(out, s)
		}
	}
	return text, out
}

// markup writes a text as prose of a plan, with the signs for what is set off in it.
func markup(text string, spans []readback.Span) string {
	cuts := []int{0, len(text)}
	for _, s := range spans {
		cuts = append(cuts, s.From, s.To)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var b strings.Builder
	for i := 1; i < len(cuts); i++ {
		from, to := cuts[i-1], cuts[i]
		var style readback.Span
		for _, s := range spans {
			if s.From <= from && to <= s.To {
				style.Strong, style.Emphasis = style.Strong || s.Strong, style.Emphasis || s.Emphasis
				if s.Link != "" {
					style.Link = s.Link
				}
			}
		}
		b.WriteString(set(text[from:to], style))
	}
	return b.String()
}

// set writes a stretch with its signs, which stand close to its words.
func set(s string, style readback.Span) string {
	words := strings.TrimSpace(s)
	if words == "" {
		return s
	}
	before, behind, _ := strings.Cut(s, words)
	out := prose(words)
	if style.Strong {
		out = "**" + out + "**"
	}
	if style.Emphasis {
		out = "*" + out + "*"
	}
	if isAddress(style.Link) {
		out = "[" + strings.ReplaceAll(out, "]", `\]`) + "](" + style.Link + ")"
	}
	return before + out + behind
}

// isAddress reports whether a plan may have a link to an address.
func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "mailto:")) && !strings.ContainsAny(s, " ()<>\\\"")
}

// inside returns the spans of a part of a text; one that is all of it says how a paragraph
// looks, and nothing of its words.
func inside(spans []readback.Span, from, length int) []readback.Span {
	var out []readback.Span
	for _, s := range spans {
		s.From, s.To = max(0, s.From-from), min(length, s.To-from)
		if s.From >= s.To || s.From == 0 && s.To == length && s.Link == "" {
			continue
		}
		out = append(out, s)
	}
	return out
}
