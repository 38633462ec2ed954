package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/textdiff"
)

// hunk is a stretch of a printed text, and the stretch of the file's text that stands there now.
type hunk struct {
	from, to       int
	gotFrom, gotTo int
}

// over widens a hunk; around it both texts are the same.
func (h hunk) over(from, to int) hunk {
	return hunk{from, to, h.gotFrom - (h.from - from), h.gotTo + (to - h.to)}
}

// hunks returns where two texts differ, word by word.
func hunks(old, now string) (list []hunk) {
	const longest = 50_000 // of a text whose words are compared
	i, j := 0, 0
	if len(old) > longest || len(now) > longest {
		return []hunk{{0, len(old), 0, len(now)}}
	}
	for _, p := range textdiff.Words(old, now) {
		if last := len(list) - 1; p.Op != 0 && (last < 0 || list[last].to != i || list[last].gotTo != j) {
			list = append(list, hunk{i, i, j, j})
		}
		if p.Op <= 0 {
			i += len(p.Text)
		}
		if p.Op >= 0 {
			j += len(p.Text)
		}
		if p.Op != 0 {
			list[len(list)-1].to, list[len(list)-1].gotTo = i, j
		}
	}
	return list
}

// joined makes one of hunks that lie in one another or next to each other. What the file has
// there begins as the first says and ends as the last does: each knows of its own change only.
func joined(list []hunk) (out []hunk) {
	for _, h := range list {
		if n := len(out) - 1; n >= 0 && h.from <= out[n].to {
			first, last := out[n].over(min(out[n].from, h.from), out[n].to), h.over(h.from, max(out[n].to, h.to))
			out[n] = hunk{first.from, last.to, first.gotFrom, last.gotTo}
			continue
		}
		out = append(out, h)
	}
	return out
}

// around quotes a stretch with the words around it where it says too little by itself.
func around(s string, from, to int) string {
	words := func(n, step int) int {
		for count := 0; n > 0 && n < len(s); n += step {
			if s[n] == ' ' {
				if count++; count > 2 {
					return n
				}
			}
		}
		return n
	}
	if strings.TrimSpace(s[from:to]) != "" {
		return strings.TrimSpace(s[from:to])
	}
	return strings.TrimSpace(s[words(from, -1):words(to, 1)])
}
