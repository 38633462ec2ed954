package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/source"
)

// printed is what a document prints, block by block.
func printed(doc *document.Document) string {
	var b strings.Builder
	for s := range doc.Printed() {
		b.WriteString(s + "|")
	}
	return b.String()
}

// TestChangesInWords: what happened to a thing is said by its number and in words.
func TestChangesInWords(t *testing.T) {
	for name, c := range map[string]struct {
		pairs []string
		want  string
	}{
		"reworded":  {[]string{"Hold two regional", "Hold three regional"}, "Activity 1.1.2 (talks)| |reworded: |Hold |two| |three| regional talks on reporting.|"},
		"dropped":   {[]string{"          - {id: talks, text: Hold two regional talks on reporting.}\n", ""}, "Activity 1.1.2 (talks)| |dropped: |Hold two regional talks on reporting.|"},
		"renamed":   {[]string{"{id: talks,", "{id: meetings,"}, "given another id, matched by its text: "},
		"a value":   {[]string{"date: 2024-06-03", "date: 2024-06-04"}, "The document| |changed: |date |3 June 2024| |4 June 2024|"},
		"no id":     {[]string{"{id: rooms, text: That rooms are there.}", "{id: rooms, text: That rooms are free.}"}, "Assumption rooms| |reworded: |"},
		"the money": {[]string{"fixed: 20000", "fixed: 26000"}, "Travel|20,000|26,000|+6,000|+30|amount +6,000|"},
		"moved":     {[]string{"          - {id: guide, text: Publish a guide to reporting in all the languages., serves: [mandate/advice]}\n          - {id: talks, text: Hold two regional talks on reporting.}\n", "          - {id: talks, text: Hold two regional talks on reporting.}\n          - {id: guide, text: Publish a guide to reporting in all the languages., serves: [mandate/advice]}\n"}, "moved from 1.1.2: "},
		"new label": {[]string{"label: Travel", "label: Missions"}, "Travel| |Missions|20,000|20,000|"},
	} {
		got := printed(Document(diff.Compare(changed(t), changed(t, c.pairs...)), false, english(t)))
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant %s", name, got, c.want)
		}
	}
}

// TestAllListsWhatRolled: what merely rolled forward is counted, or listed.
func TestAllListsWhatRolled(t *testing.T) {
	r := diff.Compare(changed(t), changed(t, "2025-01-01, to: 2025-12-31", "2026-01-01, to: 2026-12-31", "date: 2024-06-03", "date: 2025-06-03"))
	short, long := printed(Document(r, false, english(t))), printed(Document(r, true, english(t)))
	if !strings.Contains(short, "One date, ordinal or number rolled forward with the year (--all shows it).|") || strings.Contains(short, "3 June 2025") {
		t.Errorf("without --all:\n%s", short)
	}
	if strings.Contains(long, "rolled forward") || !strings.Contains(long, "3 June 2025") {
		t.Errorf("with --all:\n%s", long)
	}
}

// TestLabelsAsPrinted: a label is shown as its own plan's document prints it; it counts as
// unchanged if only the figure that it quotes changed.
func TestLabelsAsPrinted(t *testing.T) {
	old, now := changed(t, "label: Travel", "label: \"Travel of ${facts.n}\""), changed(t, "label: Travel", "label: \"Travel of ${facts.n}\"", "fixed: 20000", "fixed: 26000")
	old.Words = func(s source.At[string]) string { return strings.ReplaceAll(s.Value, "${facts.n}", "3") }
	now.Words = func(s source.At[string]) string { return strings.ReplaceAll(s.Value, "${facts.n}", "4") }
	there, back := diff.Compare(old, now), diff.Compare(now, old)
	for _, r := range []*diff.Report{there, back} {
		if l := r.Money.Lines[1]; l.OldLabel != "" || l.Label != "Travel of 4" && r == there || l.Label != "Travel of 3" && r == back {
			t.Errorf("the label is %q, it was %q", l.Label, l.OldLabel)
		}
	}
	lost := changed(t, ", serves: [mandate/advice]", "", "Advise the States Parties.", "\"Advise ${facts.n} States.\"")
	old = changed(t, "Advise the States Parties.", "\"Advise ${facts.n} States.\"")
	lost.Words = func(s source.At[string]) string { return strings.ReplaceAll(s.Value, "${facts.n}", "4") }
	if got := Summary(diff.Compare(old, lost), english(t))[2]; got != "No activity serves “Advise 4 States” any more." {
		t.Errorf("the summary says %q", got)
	}
	if got := printed(Document(diff.Compare(old, lost), false, english(t))); !strings.Contains(got, " is served by no activity any more: Advise 4 States.|") {
		t.Errorf("the document says %s", got)
	}
	old = changed(t, "label: Travel", "label: \"Travel of ${facts.n}\"")
	old.Words = func(s source.At[string]) string { return strings.ReplaceAll(s.Value, "${facts.n}", "3") }
	if got := diff.Series([]diff.Side{old, now, old})[1].Label; got != "Travel of 3" {
		t.Errorf("in the table of years the label is %q", got)
	}
}

// TestAnotherCurrency: lines in two currencies are not compared.
func TestAnotherCurrency(t *testing.T) {
	doc := Document(diff.Compare(changed(t), changed(t, "currency: CHF", "currency: EUR")), false, english(t))
	for range document.Each[document.Table](doc.Blocks) {
		t.Error("there is a bridge from one currency to another")
	}
	if got := printed(doc); !strings.Contains(got, "The two budgets are in different currencies") {
		t.Errorf("got %s", got)
	}
}

func TestSeries(t *testing.T) {
	sides := []diff.Side{changed(t), changed(t, "fixed: 100000", "fixed: 110000", "2025-01-01, to: 2025-12-31", "2026-01-01, to: 2026-12-31"),
		changed(t, "    - {id: travel, label: Travel, fixed: 20000}\n", "", "2025-01-01, to: 2025-12-31", "2027-01-01, to: 2028-12-31", "currency: CHF", "currency: EUR")}
	got := printed(Series(sides, english(t)))
	for _, want := range []string{"Unit: 2025, 2026, 2027–2028|", "Salaries|100,000|110,000|100,000|", "Travel|20,000|20,000|Total|", "Total|120,000|130,000|100,000|", "Change in per cent|+8.33|EUR|", "Activities|2|2|2|"} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant %s", got, want)
		}
	}
}

// TestLongListsAreCounted: of thousands of lines and texts that changed the first are listed and
// the others counted; the sums are of all.
func TestLongListsAreCounted(t *testing.T) {
	var lines, texts [2]strings.Builder
	for i := range 520 {
		for k, amount := range []int{1, 3} {
			fmt.Fprintf(&lines[k], "    - {id: l%d, label: L%d, fixed: %d}\n", i, i, amount)
			fmt.Fprintf(&texts[k], "  - {id: t%d, text: That room no. %d of the centre has at least %d doors.}\n", i, i, amount)
		}
	}
	side := func(k int) diff.Side {
		return changed(t, "  lines:\n", "  lines:\n"+lines[k].String(), "assumptions:\n", "assumptions:\n"+texts[k].String())
	}
	got := printed(Document(diff.Compare(side(0), side(1)), false, english(t)))
	for _, want := range []string{"|… 20 lines|20|60|+40|+200|", "|L499|1|3|+2|", "|… 20 assumptions|"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got[:2000])
		}
	}
	if strings.Contains(got, "|L500|") {
		t.Error("more than 500 lines are listed")
	}
}
