package importer

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	num "github.com/isuplan/isuplan/pkg/number"
)

// nameItems names the items by the words beside their numbers, where these are certain.
func (f *ruleFinder) nameItems(l *draftLine, items []draftItem, terms []term) {
	names := counted(items, l.note)
	if names == nil {
		names = counted(items, l.label)
	}
	for i := range items {
		unit := ""
		if at := f.t.has(unitRole); at >= 0 && l.row >= 0 {
			unit = strings.TrimSpace(f.t.cell(l.row, at).text)
		}
		switch {
		case names != nil:
			items[i].name = names[i]
		case len(terms[i]) == 1 && len(terms) > 1 || len(items) > 1:
			items[i].name = "item " + strconv.Itoa(i+1)
		case unit != "":
			items[i].name = unit
			f.t.used[[2]int{l.row, f.t.has(unitRole)}] = true
		default:
			items[i].name = l.label
		}
		for _, x := range terms[i] {
			if x.ref != nil && x.ref.sheet == f.sheet {
				f.t.used[[2]int{f.rowAt[x.ref.row], x.ref.column - 1}] = true
			}
		}
	}
}

// counted reads the names of counted things in a text that has their numbers, all of them
// and no other, in order: 3 long and 3 short trips. Items of which there is one, and which
// the text does not name, are left without a name of their own.
func counted(items []draftItem, text string) (names []string) {
	read := num.Read(text)
	var wanted []int
	for i, item := range items {
		if len(items) == 1 || !item.quantity.Equal(money.New(1)) {
			wanted = append(wanted, i)
		}
	}
	if len(read.Numbers) != len(wanted) || len(wanted) == 0 {
		return nil
	}
	names = make([]string, len(items))
	last := ""
	for n := len(wanted) - 1; n >= 0; n-- {
		x := read.Numbers[n]
		if !x.Value.Equal(items[wanted[n]].quantity) || x.Low != nil || x.Kind == num.Amount || x.Kind == num.Rate {
			return nil
		}
		end := len(read.Words)
		if n+1 < len(read.Numbers) {
			end = read.Numbers[n+1].First
		}
		name := thing(read.Words[x.Next:end])
		if name == "" {
			return nil
		}
		if fields := strings.Fields(name); n+1 == len(wanted) {
			last = fields[len(fields)-1]
		} else if len(fields) == 1 && last != "" && len(wanted) > 1 && strings.Contains(text, " and ") && stem(fields[0]) == fields[0] && len(strings.Fields(names[wanted[len(wanted)-1]])) > 1 {
			name += " " + last
		}
		names[wanted[n]] = name
	}
	for i := range names {
		if names[i] == "" {
			names[i] = "other"
			if len(items)-len(wanted) > 1 {
				names[i] = "item " + strconv.Itoa(i+1)
			}
		}
	}
	return names
}

// thing reads what is counted, in the singular: the words up to the end of the phrase.
func thing(words []num.Word) string {
	var said []string
	for _, w := range words {
		lower := strings.ToLower(w.Text)
		if w.Sort == num.Sign && w.Text != "-" || lower == "and" || lower == "at" || lower == "in" || lower == "for" || lower == "of" || lower == "to" || lower == "per" || lower == "with" {
			break
		}
		said = append(said, w.Text)
	}
	const most = 4
	if len(said) == 0 || len(said) > most {
		return ""
	}
	said[len(said)-1] = stem(said[len(said)-1])
	return strings.Join(said, " ")
}
