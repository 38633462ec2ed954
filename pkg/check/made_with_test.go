package check_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// author makes up a table as people do: each sum is added up, without a slip, of the
// amounts below it, and each of these was taken as it is stated or as its own rule gives it.
// Some stated amounts are wrong, by errors that are often alike.
type author struct {
	random *rand.Rand
	text   strings.Builder
	count  int
	used   map[string]map[string]int // by the sum that is stated, the amount of each line in it
}

// row is a line or a group: what it is by its rule, what is stated (nothing if wrong is 0
// and no amount is stated), and the lines below that a sum above adds up in its place.
type row struct {
	label            string
	computed, stated int
	isStated         bool
	inside           map[string]int // of a group without a subtotal: the amounts it was made of
	made             int            // the amount that its author had
}

var errors = []int{100, -100, 200, -200, 300, 12345}

func (a *author) mistake() int {
	if a.random.IntN(2) == 0 {
		return 0
	}
	return errors[a.random.IntN(len(errors))]
}

func (a *author) name(kind string) string {
	a.count++
	return fmt.Sprintf("%s %d", kind, a.count)
}

// line writes a line of one unit cost, most with a stated amount.
func (a *author) line(indent string) row {
	r := row{label: a.name("Line"), computed: 1000 + a.random.IntN(90000)}
	fmt.Fprintf(&a.text, "%s- {id: l%d, label: %s, units: [{item: visit, quantity: 1, cost: %d}]", indent, a.count, r.label, r.computed)
	if r.isStated = a.random.IntN(3) > 0; r.isStated {
		r.stated = r.computed + a.mistake()
		fmt.Fprintf(&a.text, ", stated: %d", r.stated)
	}
	a.text.WriteString("}\n")
	r.made = r.computed
	return r
}

// take decides which amount of a row its sum is made with.
func (a *author) take(r row, into map[string]int) int {
	value := r.made
	if r.isStated && a.random.IntN(2) == 0 {
		value = r.stated
	}
	into[r.label] = value
	for label, inside := range r.inside {
		into[label] = inside
	}
	return value
}

// group writes a group, its lines below it, and returns it.
func (a *author) group(indent string, depth int) row {
	r := row{label: a.name("Group"), inside: map[string]int{}}
	head, id := a.text.String(), a.count
	a.text.Reset()
	for range 2 + a.random.IntN(3) {
		r.made += a.take(a.below(indent+"    ", depth), r.inside)
	}
	lines := a.text.String()
	a.text.Reset()
	fmt.Fprintf(&a.text, "%s%s- id: g%d\n%s  label: %s\n", head, indent, id, indent, r.label)
	if r.isStated = a.random.IntN(4) > 0; r.isStated {
		r.stated = r.made + a.mistake()
		a.used[r.label] = r.inside
		if r.stated != r.made {
			delete(a.used, r.label) // it does not show what it was made with
		}
		r.inside = nil
		fmt.Fprintf(&a.text, "%s  stated: %d\n", indent, r.stated)
	}
	fmt.Fprintf(&a.text, "%s  lines:\n%s", indent, lines)
	return r
}

func (a *author) below(indent string, depth int) row {
	if depth > 0 && a.random.IntN(2) == 0 {
		return a.group(indent, depth-1)
	}
	return a.line(indent)
}

var (
	madeAbove = regexp.MustCompile(`^([\w ]+): .*likely cause: ([\w ]+), [\d,]+ as stated, was made with ([\d,]+)`)
	madeBelow = regexp.MustCompile(`^([\w ]+): .*likely cause: it was made with ([\w ]+) as stated, ([\d,]+)`)
)

// TestWasMadeWithIsTrue compares what findings say about how a sum was made with how its
// author really made it, in tables with many mistakes at once.
func TestWasMadeWithIsTrue(t *testing.T) {
	random := rand.New(rand.NewPCG(1908, 2018))
	said := 0
	for range 150 {
		a := &author{random: random, used: map[string]map[string]int{}}
		inside, total := map[string]int{}, 0
		for range 2 + random.IntN(4) {
			total += a.take(a.below("    ", 2), inside)
		}
		a.used["the total"] = inside
		text := complete("budget:\n  currency: CHF\n  lines:\n" + a.text.String() + fmt.Sprintf("  stated_total: %d\n", total))
		for _, f := range run(t, "table", text) {
			sum, line, amount := "", "", ""
			if m := madeAbove.FindStringSubmatch(f.Message); m != nil {
				sum, line, amount = m[2], m[1], m[3]
			} else if m := madeBelow.FindStringSubmatch(f.Message); m != nil {
				sum, line, amount = m[1], m[2], m[3]
			} else {
				continue
			}
			made, known := a.used[sum]
			if !known {
				continue // a sum with a mistake of its own, which nobody can know
			}
			said++
			if got := fmt.Sprint(made[line]); got != strings.ReplaceAll(amount, ",", "") {
				t.Errorf("%s\n%s was made with %s of %s\n%s", f.Message, sum, got, line, text)
			}
		}
	}
	if said < 30 {
		t.Errorf("only %d findings say what a sum was made with", said)
	}
}
