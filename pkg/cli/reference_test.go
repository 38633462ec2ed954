package cli_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/ledongthuc/pdf"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gtext "github.com/yuin/goldmark/text"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/plans"
)

// extracted names a text that another program read out of the PDF; make verify
// gives it.
var extracted = flag.String("extracted", "", "a text extracted from the 2018 PDF, to be compared with the reference")

// reference returns the blocks of the document as it was issued.
func reference(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../testdata/2018-work-plan-blocks.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(strings.TrimSpace(string(text)), "\n")
	if len(blocks) != 178 {
		t.Fatalf("the reference has %d blocks, want 178", len(blocks))
	}
	return blocks
}

// furniture is what a page may say besides the document: page numbers, the job
// number and the text of the barcode.
var furniture = regexp.MustCompile(`^(?:\s|\b\d{1,2}\b|GE\.17-09131\(E\)|\* 1 7 0 9 1 3 1 \*|\*1709131\*|Please recycle)+$`)

// compare holds that a text is the reference, block by block, and nothing else; quotation marks
// and apostrophes may be as they are typed, or as pages have them.
func compare(t *testing.T, text string) {
	t.Helper()
	var lines []string
	text = lineEnds.ReplaceAllString(dividedWords.ReplaceAllString(text, ""), "$1"+mayGo)
	for _, line := range strings.Split(text, "\n") {
		if !furniture.MatchString(line) {
			lines = append(lines, line)
		}
	}
	rest := typography.Alike(strings.Join(strings.Fields(strings.NewReplacer("•", " ", "\f", " ").Replace(strings.Join(lines, "\n"))), " "))
	for i, block := range reference(t) {
		after, found := cutBlock(rest, typography.Alike(block))
		if !found {
			t.Fatalf("block %d is not next:\nwant %s\nhave %s", i+1, block, rest[:min(len(rest), len(block)+80)])
		}
		rest = strings.TrimPrefix(after, " ")
	}
	if rest != "" {
		t.Errorf("words that the reference does not have: %s", rest)
	}
}

// dividedWords are the ends of lines in the middle of a word, and lineEnds those behind a hyphen or a
// dash, which programs other than ours may write for them too: there the word goes on, with the
// hyphen or without.
var (
	dividedWords = regexp.MustCompile(`\x{AD}\s+`)
	lineEnds     = regexp.MustCompile(`([\pL\pN][-–])\n`)
)

// mayGo stands behind a hyphen that may be no part of its word.
const mayGo = "\u00AD"

// cutBlock returns what is behind a block at the start of a text.
func cutBlock(text, block string) (rest string, found bool) {
	for block != "" || strings.HasPrefix(text, mayGo) {
		switch {
		case strings.HasPrefix(text, mayGo):
			text = text[len(mayGo):]
		case text != "" && text[0] == block[0]:
			text, block = text[1:], block[1:]
		case strings.HasPrefix(text, "-"+mayGo):
			text = text[1:]
		default:
			return text, false
		}
	}
	return text, true
}

// build2018 returns the bytes of the files that the reference plan compiles to.
func build2018(t *testing.T) (md, pdf, word []byte) {
	t.Helper()
	files, err := built2018()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Clone(files[".md"]), bytes.Clone(files[".pdf"]), bytes.Clone(files[".docx"])
}

var built2018 = sync.OnceValues(func() (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "isuplan")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	plan := filepath.Join(dir, "2018.yaml") // whatever folder the first test to ask for it is in
	if err := os.WriteFile(plan, plans.Reference, 0o644); err != nil {
		return nil, err
	}
	var stdout, stderr bytes.Buffer
	if code := cli.Main([]string{"build", plan, "-o", dir}, nil, &stdout, &stderr, os.Getenv); code != cli.ExitClean {
		return nil, fmt.Errorf("exit code %d: %s", code, stderr.String())
	}
	files := map[string][]byte{}
	for _, ending := range []string{".md", ".pdf", ".docx"} {
		if files[ending], err = os.ReadFile(filepath.Join(dir, "2018"+ending)); err != nil {
			return nil, err
		}
	}
	return files, nil
})

func TestMarkdownIsTheReferenceWordForWord(t *testing.T) {
	md, _, _ := build2018(t)
	compare(t, markdownText(md))
}

func TestPDFIsTheReferenceWordForWord(t *testing.T) {
	_, file, _ := build2018(t)
	compare(t, pdfText(t, file))
}

// TestWordIsTheReferenceWordForWord reads the file as Word shows it, with the numbers
// that Word counts.
func TestWordIsTheReferenceWordForWord(t *testing.T) {
	_, _, file := build2018(t)
	lines, err := docxtest.Lines(file)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, strings.Join(lines, "\n"))
}

func TestExtractedTextIsTheReferenceWordForWord(t *testing.T) {
	if *extracted == "" {
		return // make verify runs it with a text that pdftotext has read
	}
	text, err := os.ReadFile(*extracted)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, string(text))
}

// pdfText reads a PDF's text in the order in which it was drawn.
func pdfText(t *testing.T, file []byte) string {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for i := 1; i <= r.NumPage(); i++ {
		page, err := r.Page(i).GetPlainText(nil)
		if err != nil {
			t.Fatal(err)
		}
		text.WriteString(page + "\n")
	}
	return text.String()
}

// markdownText reads the words of a Markdown file, numbers of lists included.
func markdownText(md []byte) string {
	parser := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	var out strings.Builder
	_ = ast.Walk(parser.Parse(gtext.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock || n.Kind() == extensionCell {
				out.WriteString("\n")
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.ListItem:
			if list := n.Parent().(*ast.List); list.IsOrdered() {
				out.WriteString(itemNumber(n, list))
			}
		case *ast.Text:
			out.Write(unescape(n.Segment.Value(md)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				out.WriteString("\n")
			}
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}
