package sheet_test

import (
	"bytes"
	"encoding/csv"
	"html"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/sheet"
)

func TestFormatsKnowTheirFiles(t *testing.T) {
	for name, s := range cases(t) {
		for _, made := range sheet.Formats() {
			file := written(t, s, made.Name)
			if !bytes.Equal(file, written(t, s, made.Name)) {
				t.Errorf("%s: two files of one budget differ as %s", name, made.Name)
			}
			for _, f := range sheet.Formats() {
				if f.Ours(file) != (f.Name == made.Name) {
					t.Errorf("%s: %s takes a file of %s for its own: %v", name, f.Name, made.Name, f.Ours(file))
				}
			}
		}
	}
	for _, f := range sheet.Formats() {
		for _, other := range []string{"", "My notes\n", "name,amount\na,1\n", "{\"a\": 1}\n", "# Notes\n\n| a |\n|---|\n", "PK\x03\x04"} {
			if f.Ours([]byte(other)) {
				t.Errorf("%s takes %q for its own", f.Name, other)
			}
		}
	}
}

// TestCSVReadsBack holds that nothing of a budget is lost in CSV.
func TestCSVReadsBack(t *testing.T) {
	for name, s := range cases(t) {
		file := written(t, s, "csv")
		rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll() // which holds that all rows are as long as the first
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		n := len(s.Budget.Columns)
		for i, r := range s.Rows() {
			got := rows[i+1]
			if text(got[1]) != r.ID || text(got[2]) != r.Code || text(got[3]) != r.Label || got[4] != strconv.Itoa(r.Depth) {
				t.Errorf("%s: row %d is %q, want %+v", name, i, got, r)
			}
			for c, f := range r.Figures {
				stated, computed := got[6+n+2*c], got[7+n+2*c]
				if !says(got[5+c], f.Printed, f.Mark, "") {
					t.Errorf("%s, %s: printed %q, want %v", name, r.ID, got[5+c], f.Printed)
				}
				if f.Stated.IsSet() != (stated != "") || stated != "" && !says(stated, f.Stated.Value.Value, f.Stated.Value.Mark, "blank") {
					t.Errorf("%s, %s: stated %q, want %v", name, r.ID, stated, f.Stated)
				}
				if (f.Computed != nil) != (computed != "") || computed != "" && !says(computed, *f.Computed, f.Exact.Mark, "blank") {
					t.Errorf("%s, %s: computed %q, want %v", name, r.ID, computed, f.Computed)
				}
			}
			if r.Outside != nil && (text(got[6+3*n+1]) != r.Outside.Provider.Value || r.Outside.Value.IsSet() && got[6+3*n+2] != r.Outside.Value.Value.String()) {
				t.Errorf("%s: the contribution is %q", name, got)
			}
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(string(file), "\r\n"), "\r\n") {
			if strings.Contains(line, "\r") {
				t.Errorf("%s: a line break is not that of RFC 4180: %q", name, line)
			}
		}
	}
}

// text takes off the apostrophe that keeps a text from being a formula.
func text(cell string) string { return strings.TrimPrefix(cell, "'") }

func says(cell string, d decimal.Decimal, mark cost.Mark, blank string) bool {
	switch mark {
	case cost.Nil:
		return cell == "nil"
	case cost.Blank:
		return cell == blank
	}
	got, err := decimal.NewFromString(cell)
	return err == nil && got.Equal(d)
}

func TestCSVHoldsNoFormulas(t *testing.T) {
	plan := kinds(t, roundings["francs"])
	for _, label := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "'", "＝1", "x", "1234"} {
		s := compile(t, "plan.yaml", strings.Replace(plan, "label: Hall", "label: \""+label+"\"", 1), false)
		rows, err := csv.NewReader(bytes.NewReader(written(t, s, "csv"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := rows[10]
		if strings.ContainsAny(got[3][:1], "=+-@") || text(got[3]) != label {
			t.Errorf("%q became %q", label, got[3])
		}
		if refund := rows[11]; refund[5] != "-1235" {
			t.Errorf("a negative amount became %q", refund[5])
		}
	}
}

func TestMarkdownIsATable(t *testing.T) {
	hostile := []string{"a | b", "<script>", "*stars*", "`code`", "[x](y)", "&amp; &copy;", "snake_case", `back\slash`, "~~gone~~", "US$ 5 and US$ 6", "# x"}
	plan := kinds(t, roundings["francs"])
	for _, label := range hostile {
		s := compile(t, "plan.yaml", strings.Replace(plan, "label: Hall", "label: '"+label+"'", 1), false)
		var page strings.Builder
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(written(t, s, "markdown"), &page); err != nil {
			t.Fatal(err)
		}
		if want := "<td>" + html.EscapeString(label) + "</td>"; !strings.Contains(strings.ReplaceAll(page.String(), "&quot;", "&#34;"), want) {
			t.Errorf("%s: the page has no %s", label, want)
		}
		if rows := strings.Count(page.String(), "<tr>"); rows != len(s.Rows())+1 {
			t.Errorf("%s: %d rows, want %d", label, rows, len(s.Rows())+1)
		}
		if !strings.Contains(page.String(), `<td style="text-align:right"><strong>`) {
			t.Errorf("no total stands in bold at the right: %s", page.String())
		}
	}
}
