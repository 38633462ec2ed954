package proof_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
)

// TestACellMovedIntoAnEmptyOne follows the same words as before, and stands under another
// head.
func TestACellMovedIntoAnEmptyOne(t *testing.T) {
	for _, path := range []string{"../../plans/2018.yaml", "../../testdata/budgets/carpathian-2018.yaml"} {
		doc, moved := compiled(t, path), 0
		for _, row := range rowsOf(doc.Blocks) {
			for i := range len(row.Cells) - 1 {
				if (len(row.Cells[i]) == 0) == (len(row.Cells[i+1]) == 0) {
					continue
				}
				moved++
				for _, name := range []string{"md", "docx"} {
					swap := func() { row.Cells[i], row.Cells[i+1] = row.Cells[i+1], row.Cells[i] }
					swap()
					text := finished(t, formatOf(name), doc)
					swap()
					r := proof.Compare(text, proof.Against{Document: doc, Months: months})
					if len(r.Differences) != 1 || !strings.Contains(r.Differences[0].Message(), "in column ") {
						t.Errorf("%s, %s, %v: %+v", path, name, row.Cells, r.Differences)
					}
				}
			}
		}
		if moved == 0 {
			t.Errorf("%s has no empty cell", path)
		}
	}
}

func rowsOf(blocks []document.Block) (list []document.Row) {
	for t := range document.Each[document.Table](blocks) {
		list = append(list, t.Rows...)
	}
	return list
}

// TestACharacterMovedOverABorder agrees if blanks do not count.
func TestACharacterMovedOverABorder(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	for _, format := range render.Formats() {
		file := finished(t, format, doc)
		for _, change := range [][2]string{{"119", "11 9"}, {"10,000 Website", "10,00 0Website"}, {"in 8 years", "in8 years"}} {
			if change[0] == "in 8 years" && format.Name == "pdf" {
				continue // programs lose blanks when they print anew
			}
			if n := edit(file, change[0], change[1], doc); n == 0 {
				t.Errorf("%s: %q agrees", format.Name, change[1])
			}
		}
	}
}

// TestAWordMovedOverABorder stands in another cell or another block, in the same order
// of words.
func TestAWordMovedOverABorder(t *testing.T) {
	for _, path := range []string{"../../plans/2018.yaml", "../../testdata/budgets/carpathian-2018.yaml"} {
		doc := compiled(t, path)
		for _, name := range []string{"md", "docx"} {
			file := finished(t, formatOf(name), doc)
			for i := 0; i+1 < len(file.Lines); i += 4 {
				text := *file
				text.Lines = slices.Clone(file.Lines)
				a, b := &text.Lines[i], &text.Lines[i+1]
				words := strings.Fields(a.Text)
				if n := len(words) - 1; n > 0 && a.Kind == readback.Body && b.Kind == readback.Body {
					a.Text, b.Text = strings.Join(words[:n], " ")+" ", words[n]+" "+b.Text
					if r := proof.Compare(&text, proof.Against{Document: doc, Months: months}); len(r.Differences) == 0 || len(r.Differences) > 2 {
						t.Errorf("%s, %s: %q moved to %q: %+v", path, name, words[n], b.Text, r.Differences)
					}
				}
			}
		}
	}
}

// edit says how many differences there are if a file's lines say something else.
func edit(file *readback.Text, from, to string, doc *document.Document) int {
	text := *file
	text.Lines = slices.Clone(file.Lines)
	olds, news := strings.Split(from, " "), strings.Split(to, " ")
	for i := range text.Lines {
		switch l := text.Lines[i:]; {
		case strings.Contains(l[0].Text, from):
			l[0].Text = strings.Replace(l[0].Text, from, to, 1)
		case len(olds) == 2 && len(l) > 1 && strings.HasSuffix(l[0].Text, olds[0]+" ") && strings.HasPrefix(l[1].Text, olds[1]):
			l[0].Text = strings.TrimSuffix(l[0].Text, olds[0]+" ") + news[0] + " "
			l[1].Text = news[1] + strings.TrimPrefix(l[1].Text, olds[1])
		default:
			continue
		}
		break
	}
	return len(proof.Compare(&text, proof.Against{Document: doc, Months: months}).Differences)
}

// TestAMarkOfANoteThatWasMoved says of another row that it has a note.
func TestAMarkOfANoteThatWasMoved(t *testing.T) {
	doc := compiled(t, "../../testdata/budgets/carpathian-2018.yaml")
	file := finished(t, formatOf("docx"), doc)
	if edit(file, "Co-financing\u00a0a/", "Co-financing", doc) == 0 || edit(file, "30,000", "30,000a", doc) == 0 {
		t.Error("the mark is not missed")
	}
}

// TestAFileThatIsFarLonger is not compared word by word.
func TestAFileThatIsFarLonger(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	r := proof.Compare(&readback.Text{Format: "md", Lines: []readback.Line{{Text: strings.Repeat("x y ", 1<<20)}}}, proof.Against{Document: doc, Months: months})
	if len(r.Differences) != 1 || r.Differences[0].Message() != "the file is far longer than the document that the plan gives" {
		t.Errorf("%+.400v", r.Differences)
	}
}

// TestManyWordsInAPattern may be a repeated head nowhere: looking for one must not begin
// anew at each word.
func TestManyWordsInAPattern(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	text := finished(t, formatOf("md"), doc)
	text.Lines = slices.Insert(text.Lines, len(text.Lines)/2, readback.Line{Text: strings.Repeat("x y ", 200_000)})
	if r := proof.Compare(text, proof.Against{Document: doc, Months: months}); len(r.Differences) != 1 {
		t.Errorf("%d differences", len(r.Differences))
	}
}
