package manual_test

import (
	"bytes"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/isuplan/isuplan/pkg/manual"
)

// pages returns the pages of docs, that of the rules among them.
func pages(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(names) < 10 {
		t.Fatalf("there are %d pages: %v", len(names), err)
	}
	list := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		list[strings.TrimSuffix(filepath.Base(name), ".md")] = string(text)
	}
	return list
}

func itself(target string) string { return target }

var (
	attributes = regexp.MustCompile(` (?:id|class|tabindex|scope|style)="[^"]*"`)
	blanks     = regexp.MustCompile(`\s+`)
	// loose is how a list with blank lines between its items is marked up.
	loose = regexp.MustCompile(`<(/?)(?:p|li)>`)
)

// bare is what HTML says, without what two writers of it may do in two ways.
func bare(text string) string {
	text = html.UnescapeString(attributes.ReplaceAllString(text, ""))
	text = blanks.ReplaceAllString(loose.ReplaceAllString(text, " "), " ")
	return strings.NewReplacer("> ", ">", " <", "<").Replace(text)
}

// Each page is read as a complete reader of Markdown reads it.
func TestPagesAreReadAsMarkdown(t *testing.T) {
	for name, text := range pages(t) {
		var want bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.Table)).Convert([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		got := manual.Read(name, text).HTML(itself)
		if d := cmp.Diff(strings.Split(bare(want.String()), "<"), strings.Split(bare(got), "<")); d != "" {
			t.Errorf("%s.md is read in another way (-goldmark +ours):\n%s", name, d)
		}
	}
}

// Links within the pages lead to what is there.
func TestLinksLeadSomewhere(t *testing.T) {
	texts := pages(t)
	written := map[string]string{}
	for name, text := range texts {
		written[name] = manual.Read(name, text).HTML(itself)
	}
	for name, text := range texts {
		manual.Read(name, text).HTML(func(target string) string {
			page, id, ok := strings.Cut(target, "#")
			if page == "" {
				page = name + ".md"
			}
			to, known := written[strings.TrimSuffix(page, ".md")]
			if known && ok && !strings.Contains(to, ` id="`+id+`"`) {
				t.Errorf("%s.md leads to %s, where there is no such heading", name, target)
			}
			return ""
		})
	}
}

// On a terminal no line is longer than it is wide, except code and words that are.
func TestTextFitsTheScreen(t *testing.T) {
	escape := regexp.MustCompile("\x1b\\[[0-9]*m")
	for name, text := range pages(t) {
		for _, width := range []int{40, 80, 100} {
			var plain, colored strings.Builder
			page := manual.Read(name, text)
			if err := page.Text(&plain, manual.Screen{Width: width}); err != nil {
				t.Fatal(err)
			}
			if err := page.Text(&colored, manual.Screen{Width: width, Color: true}); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(plain.String(), "\n") {
				if n := len([]rune(line)); width >= 80 && n > width && !strings.HasPrefix(strings.TrimLeft(line, " "), "http") && !strings.HasPrefix(line, "    ") {
					t.Errorf("%s at %d: a line of %d: %s", name, width, n, line)
				}
			}
			if strings.Contains(plain.String(), "\x1b") {
				t.Errorf("%s: escapes where no colours were asked for", name)
			}
			// Without its marks the one says what the other says.
			if width == 100 {
				said := func(s string) string {
					return strings.Map(func(r rune) rune {
						if strings.ContainsRune(" \n`-=", r) {
							return -1
						}
						return r
					}, escape.ReplaceAllString(s, ""))
				}
				if d := cmp.Diff(said(plain.String()), said(colored.String())); d != "" && !strings.Contains(text, "|") {
					t.Errorf("%s: with colours it says something else: %s", name, d)
				}
			}
		}
	}
}

// Whatever a page holds, it is read: another program may hand in its own.
func TestHostilePages(t *testing.T) {
	for _, text := range []string{"", "#", "```", "```\nopen", "> ", ">", "- ", "1. ", "|", "|a|\n|-|", "|a|\n|-|\n|b|c|d|", "[", "[a](", "[a](b", "[]()", "**", "*", "`", "<", "<https://", "\\", "    ", "- a\n\n\n\n- b", strings.Repeat("[", 3000), strings.Repeat("> ", 500), strings.Repeat("*a", 2000)} {
		page := manual.Read("x", text)
		var b strings.Builder
		if err := page.Text(&b, manual.Screen{Width: 20}); err != nil {
			t.Error(err)
		}
		page.HTML(nil)
	}
	if got := manual.Read("x", "[<b>](javascript:\"x\") <script> `<i>`").HTML(itself); strings.Contains(got, "<b>") || strings.Contains(got, "<script>") || strings.Contains(got, `:"x`) {
		t.Errorf("not escaped: %s", got)
	}
}

func TestNames(t *testing.T) {
	for _, name := range []string{"language", "plan-language", "plan-language.md"} {
		if p, ok := manual.Named(name); !ok || p.Title != "The plan language" || p.Name != "plan-language" {
			t.Errorf("%s is %q", name, p.Title)
		}
	}
	for _, name := range []string{"", ".", "..", "../docs", "no-such", "packed"} {
		if p, ok := manual.Named(name); ok {
			t.Errorf("%q is a page, %q", name, p.Title)
		}
	}
	for _, p := range manual.Titles() {
		if p.Name == "" || p.Title == "" {
			t.Errorf("a page without a name or a title: %+v", p)
		}
	}
}
