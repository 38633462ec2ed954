package importer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/source"
)

// reference is a name that prints what texts of the file say.
type reference struct{ name, printed string }

// referrer puts references in the place of what they print.
type referrer struct {
	list []reference
	used map[string]int
}

// dated are the references to the dates of the plan.
func (d *draft) dated(l *language.Language) []reference {
	list := []reference{{"period", l.Range(d.periodFrom, d.periodTo)}}
	if d.meeting != "" {
		list = append(list, reference{"document.meeting.dates", l.Range(d.from, d.to)})
	}
	return list
}

// priced are the references to the amounts of the budget that a compiled plan prints, but
// for those that two of its lines have.
func priced(u *compile.Unit) []reference {
	if u.Budget == nil || u.Plan == nil || u.Language == nil {
		return nil
	}
	const enough = 6 // characters behind the currency: 10,000
	byText, words := map[string][]string{}, u.Words()
	for _, name := range append([]string{"budget.total"}, lineNames(u)...) {
		printed := words.Text(source.At[string]{Value: "${" + name + "}", Node: u.Plan.Node})
		if _, figure, ok := strings.Cut(printed, " "); ok && len(figure) >= enough {
			byText[printed] = append(byText[printed], name)
		}
	}
	var list []reference
	for printed, names := range byText {
		if len(names) == 1 {
			list = append(list, reference{names[0], printed})
		}
	}
	slices.SortFunc(list, func(a, b reference) int { return strings.Compare(a.name, b.name) })
	const most = 200
	return list[:min(len(list), most)]
}

func lineNames(u *compile.Unit) []string {
	var names []string
	for i := range u.Plan.Budget.Lines {
		if id := u.Plan.Budget.Lines[i].ID; id.IsSet() {
			names = append(names, "budget."+id.Value)
		}
	}
	return names
}

// put puts references into a prose.
func (r *referrer) put(s string) string {
	for _, ref := range r.list {
		for from := 0; ref.printed != ""; {
			at := strings.Index(s[from:], ref.printed)
			if at < 0 {
				break
			}
			at += from
			from = at + len(ref.printed)
			if !standsAlone(s, at, from) {
				continue
			}
			s = s[:at] + "${" + ref.name + "}" + s[from:]
			from = at + len(ref.name) + 3
			r.used[ref.name]++
		}
	}
	return s
}

// standsAlone reports whether nothing goes on with the word or the figure at the ends of a
// stretch.
func standsAlone(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, size := utf8.DecodeRuneInString(s[to:])
	if from > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
		return false
	}
	if to < len(s) && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[min(to+size, len(s)):])
	return !strings.ContainsRune(".,'’", after) || !unicode.IsDigit(next)
}

// said lists what was put in, for the report.
func (r *referrer) said() []string {
	var out []string
	for _, ref := range r.list {
		if n := r.used[ref.name]; n > 0 {
			times := "once"
			if n > 1 {
				times = fmt.Sprintf("%d times", n)
			}
			out = append(out, fmt.Sprintf("“%s” is written as ${%s}, %s", ref.printed, ref.name, times))
		}
	}
	return out
}
