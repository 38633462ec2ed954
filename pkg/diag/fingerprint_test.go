package diag_test

import (
	"slices"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

func prints(findings ...diag.Finding) []string { return diag.Fingerprints(findings) }

func about(text, word, rule, subject string) diag.Finding {
	f := at(source.NewFile("plan.yaml", []byte(text)), word, rule, "wrong")
	f.Subject = subject
	return f
}

// TestAFingerprintStays holds for what changes nothing about a finding.
func TestAFingerprintStays(t *testing.T) {
	was := about("label: 63,386", "63,386", "stated-differs", "budget/charges")
	want := prints(was)[0]
	if len(want) != 32 {
		t.Errorf("a fingerprint has %d characters", len(want))
	}
	renamed := at(source.NewFile("next.yaml", []byte("label: 63,386")), "63,386", "stated-differs", "wrong")
	renamed.Subject = was.Subject
	worded := was
	worded.Message, worded.Hint = "said in other words", "do this"
	for name, f := range map[string]diag.Finding{
		"lines moved":                       about("# a comment\n\nlabel: 63,386", "63,386", "stated-differs", "budget/charges"),
		"the file has another name":         renamed,
		"the message is worded another way": worded,
	} {
		if got := prints(f)[0]; got != want {
			t.Errorf("where %s the print is another", name)
		}
	}
	folded, straight := about("of  the\n  unit", "of  the\n  unit", "r", "s"), about("of the unit", "of the unit", "r", "s")
	if prints(folded)[0] != prints(straight)[0] {
		t.Error("where a text is folded another way the print is another")
	}
}

// TestFingerprintsTellFindingsApart holds for all that a finding is about.
func TestFingerprintsDiffer(t *testing.T) {
	all := []diag.Finding{
		about("20% of it", "20%", "rule", "budget/a"),
		about("20% of it", "20%", "other", "budget/a"),
		about("20% of it", "20%", "rule", "budget/b"),
		about("20% of it", "of it", "rule", "budget/a"),
		about("20% of it", "20%", "rule", "budget/a"), // the first once more
		about("20% of it", "20%", "rule", "budget/a"),
		about("20%of it", "20%of", "rule", "budget/a"),
		about("20% of it", "20% of", "rule", "budget/a"),
	}
	got := prints(all...)
	slices.Sort(got)
	if len(slices.Compact(got)) != len(all) {
		t.Errorf("%d findings have %d prints", len(all), len(slices.Compact(got)))
	}
}

// TestAFingerprintIsKept holds for a finding that has one, and it does not count among
// those that are still to get theirs.
func TestAFingerprintIsKept(t *testing.T) {
	first := about("20%", "20%", "rule", "budget/a")
	second := first
	want := prints(first, second)
	first.Print = "given before"
	if got := prints(first, second); got[0] != "given before" || got[1] != want[0] {
		t.Errorf("the prints are %v", got)
	}
}

// TestAFingerprintHasWhatItSaysAndNotItsPosition holds that an item put in front makes
// nothing new, and that a new error is not an old one that stood at the same place.
//
//nolint:misspell // the slip is what is found
func TestAFingerprintHasWhatItSaysAndNotItsPosition(t *testing.T) {
	second, third := about("recieved", "recieved", "spelling", "assumptions/2"), about("recieved", "recieved", "spelling", "assumptions/3")
	if prints(second)[0] != prints(third)[0] {
		t.Error("at another position the print is another")
	}
	deep, deeper := about("x", "x", "r", "sections/basis/2/1"), about("x", "x", "r", "sections/basis/12/3")
	if prints(deep)[0] != prints(deeper)[0] {
		t.Error("at other positions the print is another")
	}
	if other := about("recieved", "recieved", "spelling", "assumptions/funds2"); prints(other)[0] == prints(second)[0] {
		t.Error("an id with a digit is taken for a position")
	}
	small := about("331500", "331500", "stated-differs", "budget/staff")
	large := small
	small.Amount, large.Amount = money.New(7000), money.New(800000)
	same, _ := money.Parse("7000.00")
	equal := small
	equal.Amount = same
	if prints(small)[0] == prints(large)[0] {
		t.Error("a difference of 7,000 and one of 800,000 have one print")
	}
	if prints(small)[0] != prints(equal)[0] {
		t.Error("7000 and 7000.00 have two prints")
	}
	held := func(with string) diag.Finding {
		f := about("20%", "20%", "percent-in-note", "budget/charges")
		f.Related = []diag.Related{{Span: about(with, with, "", "").Span}}
		return f
	}
	if prints(held("25%"))[0] == prints(held("60%"))[0] || prints(held("2018-06-01"))[0] == prints(held("2019-06-01"))[0] {
		t.Error("held against another value, the print is the same")
	}
	if prints(held("a rate"))[0] != prints(held("the rate"))[0] {
		t.Error("the words of a related span are part of the print")
	}
}
