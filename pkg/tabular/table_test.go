package tabular_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/tabular"
)

func TestNumbers(t *testing.T) {
	for name, c := range map[string]struct {
		file []string
		want string
	}{
		"a point":             {[]string{"1,234.50", "1,234"}, "1234.5 1234"},
		"a comma":             {[]string{"1.234,50", "1.234", "-2,5"}, "1234.5 1234 -2.5"},
		"blanks, apostrophes": {[]string{"1 234", "1'234.5", "1\u202f234"}, "1234 1234.5 1234"},
		"two readings":        {[]string{"1,234", "12"}, "? 12"},
		"no thousands":        {[]string{"1250.120", "4.120"}, "1250.12 4.12"},
		"none before it":      {[]string{".125", "4,120"}, "? 4120"},
		"at odds":             {[]string{"1,5", "1.5"}, "? ?"},
		"no groups":           {[]string{"12,34.5"}, "?"},
		"words":               {[]string{"1.5", "much", "1e5"}, "1.5 ? ?"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, text := range c.file {
				d, why := tabular.Number(text, tabular.MarksOf(c.file))
				if why != "" {
					got = append(got, "?")
					continue
				}
				got = append(got, d.String())
			}
			if all := strings.Join(got, " "); all != c.want {
				t.Errorf("%q: %s, want %s", c.file, all, c.want)
			}
		})
	}
}

// TestAnyFile reads any bytes: rows, or a fault with its sentence; the text of a cell stands where
// the table says.
func TestAnyFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "1,5", ",", ";", "\t", "\n", "\r\n", "\"", "é", " ", "\x00", "\xff"}), 0, 30).Draw(t, "text")
		text := strings.Join(pieces, "")
		list, err := tabular.Read("any.csv", []byte(text), "")
		if err != nil {
			if err.Error() == "" {
				t.Fatal("a fault without a sentence")
			}
			return
		}
		for i := range list {
			for _, row := range list[i].Rows {
				for at, c := range row.Cells {
					if row.Cell(at) != c || row.Cell(len(row.Cells)) != (tabular.Cell{}) {
						t.Fatalf("%q: another cell", text)
					}
					if n := list[i].Node(c); c.Text != "" && n.Text() != c.Text {
						t.Fatalf("%q: %q stands where %q was written", text, n.Text(), c.Text)
					}
				}
			}
		}
	})
}

func TestQuoted(t *testing.T) {
	if got := tabular.Quoted("a\u200bb", strings.Repeat("x", 50)); got != "`ab`, `"+strings.Repeat("x", 40)+"…`" {
		t.Error(got)
	}
	if got := tabular.Quoted(strings.Split("abcdefghij", "")...); got != "`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, …" {
		t.Error(got)
	}
}

func Example() {
	list, err := tabular.Read("accounts.csv", []byte("Account;Amount\n1100;1.234,50\n1200;-250,00\nTotal;984,50\n"), "")
	if err != nil {
		fmt.Println(err)
		return
	}
	table := list[0] // by semicolons; further ones are by other marks
	amount := tabular.Positions(table.Rows[0].Cells, "Amount")[0]
	var texts []string
	for _, row := range table.Rows[1:] {
		texts = append(texts, row.Cell(amount).Text)
	}
	marks := tabular.MarksOf(texts)
	for _, row := range table.Rows[1:] {
		d, _ := tabular.Number(row.Cell(amount).Text, marks)
		fmt.Println(row.Cell(0).Text, d, tabular.IsSum(row.Cell(0).Text))
	}
	// Output:
	// 1100 1234.5 false
	// 1200 -250 false
	// Total 984.5 true
}
