package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// summary says in three sentences what changed: in money, in words, and in what
// serves the mandate.
func summary(r *Report) []string {
	if len(r.Changes) == 0 && r.Money.Change().IsZero() {
		return []string{"The two plans are the same."}
	}
	return []string{moneySentence(r), workSentence(r), coverageSentence(r)}
}

func moneySentence(r *Report) string {
	b := &r.Money
	if b.Other != "" {
		return fmt.Sprintf("The budget is %s, after %s in another currency.", amount(b.Currency, b.To, r), amount(b.Other, b.From, r))
	}
	change := b.Change()
	if change.IsZero() {
		if changed := changedLines(b); len(changed) > 0 {
			return fmt.Sprintf("The total of the budget stays at %s; %s changed within it.", amount(b.Currency, b.To, r), count(len(changed), "line"))
		}
		return fmt.Sprintf("The budget stays at %s.", amount(b.Currency, b.To, r))
	}
	how := "rises"
	if change.IsNegative() {
		how = "falls"
	}
	text := fmt.Sprintf("The budget %s by %s", how, amount(b.Currency, change.Abs(), r))
	if !b.From.IsZero() {
		text += fmt.Sprintf(" (%s per cent)", percent(change, b.From))
	}
	text += fmt.Sprintf(", from %s to %s", amount(b.Currency, b.From, r), amount(b.Currency, b.To, r))
	if most := largest(b); len(most) > 0 {
		text += ", mostly by " + strings.Join(most, " and ")
	}
	return text + "."
}

// largest names the two lines that changed most.
func largest(b *Bridge) []string {
	const two = 2
	lines := changedLines(b)
	slices.SortStableFunc(lines, func(x, y *LineChange) int { return y.Change().Abs().Cmp(x.Change().Abs()) })
	var names []string
	for _, l := range lines[:min(two, len(lines))] {
		names = append(names, fmt.Sprintf("%s (%s)", l.Label, Signed(l.Change())))
	}
	return names
}

func changedLines(b *Bridge) []*LineChange {
	var lines []*LineChange
	for i := range b.Lines {
		if !b.Lines[i].Change().IsZero() {
			lines = append(lines, &b.Lines[i])
		}
	}
	return lines
}

// happened words what happened, in the order in which a sentence has it.
var happened = []struct {
	kind Kind
	word string
}{{Added, "added"}, {Removed, "dropped"}, {Split, "split"}, {Merged, "merged"}, {Moved, "moved"}, {Reworded, "reworded"}, {Renamed, "given another id"}}

func workSentence(r *Report) string {
	counts := map[string]map[Kind]int{}
	var kinds []string
	rolled := 0
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Rolled() {
			rolled++
			continue
		}
		if c.Follows() {
			continue
		}
		noun := Noun(c.Element().Kind)
		if noun == "" {
			continue
		}
		if counts[noun] == nil {
			counts[noun] = map[Kind]int{}
			kinds = append(kinds, noun)
		}
		for _, h := range happened {
			if c.Is(h.kind) {
				counts[noun][h.kind]++
				break
			}
		}
	}
	slices.SortStableFunc(kinds, func(a, b string) int { return cmp.Compare(weight(a), weight(b)) })
	var parts []string
	for _, noun := range kinds {
		var does []string
		for _, h := range happened {
			if n := counts[noun][h.kind]; n > 0 && len(does) == 0 {
				does = append(does, count(n, noun)+are(n)+h.word)
			} else if n > 0 {
				does = append(does, small(n)+are(n)+h.word)
			}
		}
		if len(does) > 0 {
			parts = append(parts, and(does))
		}
	}
	if len(parts) == 0 {
		if rolled > 0 {
			return "The texts are the same, apart from dates and numbers that follow from the year."
		}
		return "The texts are the same."
	}
	return strings.ToUpper(parts[0][:1]) + strings.Join(parts, "; ")[1:] + "."
}

func coverageSentence(r *Report) string {
	var lost, gained []string
	for _, c := range r.Served {
		switch name := quoted(c.Element); {
		case c.Lost():
			lost = append(lost, name)
		case c.Gained():
			gained = append(gained, name)
		}
	}
	switch {
	case len(lost) > 0 && len(gained) > 0:
		return fmt.Sprintf("No activity serves %s any more; %s is served now.", and(lost), and(gained))
	case len(lost) > 0:
		return fmt.Sprintf("No activity serves %s any more.", and(lost))
	case len(gained) > 0:
		return fmt.Sprintf("Activities now serve %s.", and(gained))
	}
	return "Every mandate item and priority that was served is served still."
}

// quoted is the beginning of a text in quotation marks.
func quoted(e *Element) string {
	const most = 8
	all := strings.Fields(e.Text())
	text := strings.Join(all[:min(most, len(all))], " ")
	if len(all) > most {
		text += " …"
	}
	return "“" + strings.TrimRight(text, ".;:,") + "”"
}

// Noun returns what an element of a kind is called, "" for what no reader counts.
func Noun(kind string) string {
	switch kind {
	case "outcomes":
		return "outcome"
	case "outcomes/outputs":
		return "output"
	case "outcomes/outputs/activities":
		return "activity"
	case "mandate":
		return "mandate item"
	case "priorities":
		return "priority"
	case "priorities/items":
		return "priority item"
	case "assumptions":
		return "assumption"
	case "sections/paragraphs":
		return "paragraph"
	case "sections":
		return "section"
	case "summary/objectives":
		return "objective of the summary"
	case "summary/outcomes":
		return "outcome of the summary"
	case "budget/notes":
		return "budget note"
	case "budget/lines":
		return "budget line"
	case "budget/lines/posts":
		return "post"
	case "budget/lines/units":
		return "unit cost"
	case "budget/financing":
		return "source of money"
	case "budget/outside":
		return "contribution in kind"
	}
	return ""
}

func weight(noun string) int {
	order := []string{"outcome", "output", "activity", "mandate item", "priority", "priority item", "assumption", "section", "paragraph"}
	if i := slices.Index(order, noun); i >= 0 {
		return i
	}
	return len(order)
}

func amount(c money.Currency, d money.Decimal, r *Report) string {
	return string(c) + " " + money.Number(d, r.New.Budget.Rounding.Places(), ",", ".")
}

// Signed writes a change with its sign.
func Signed(d money.Decimal) string {
	sign := ""
	switch {
	case d.IsPositive():
		sign = "+"
	case d.IsNegative():
		sign = "−"
	}
	return sign + money.Number(d.Abs(), 0, ",", ".")
}

// percent writes a change in per cent of what was, with two decimals at most.
func percent(change, of money.Decimal) string {
	return money.Percent(change.Abs(), of.Abs()).String()
}

func count(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return small(n) + " " + plural(noun)
}

var smallWords = strings.Fields("none one two three four five six seven eight nine")

// small writes a number as a text has it: in words below ten.
func small(n int) string {
	if n < len(smallWords) {
		return smallWords[n]
	}
	return money.Number(money.New(int64(n)), 0, ",", ".")
}

func plural(noun string) string {
	head, tail, _ := strings.Cut(noun, " of ")
	if tail != "" {
		tail = " of " + tail
	}
	if rest, ok := strings.CutSuffix(noun, " in kind"); ok {
		return plural(rest) + " in kind"
	}
	if strings.HasSuffix(head, "y") {
		return head[:len(head)-1] + "ies" + tail
	}
	return head + "s" + tail
}

func are(n int) string {
	if n == 1 {
		return " is "
	}
	return " are "
}

func and(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
