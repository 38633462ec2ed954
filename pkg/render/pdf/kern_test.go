package pdf

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// TestKernedPairsAreDrawn: what kerning takes is moved back between two glyphs.
func TestKernedPairsAreDrawn(t *testing.T) {
	for text, want := range map[string]string{
		"AVo":    "/F0 10 Tf [(\x00\x01)129(\x00\x02)129(\x00\x03",
		"To y,":  "/F0 10 Tf [(\x00\x01)70(\x00\x02\x00\x03\x00\x04)65(\x00\x05",
		"to Ave": "/F0 10 Tf [(\x00\x01\x00\x02\x00\x03)55(\x00\x04)74(\x00\x05\x00\x06",
		"2011":   "/F0 10 Tf [(\x00\x01\x00\x02\x00\x03\x00\x03",
	} {
		if page, _ := kernedPage(t, document.Plain(text)); !strings.Contains(page, want) {
			t.Errorf("%q is drawn as %q, want %q", text, page, want)
		}
	}
}

// kernedPage returns the operators of the first page of a text, and who set it.
func kernedPage(t *testing.T, text document.Text) (page string, s *set.Setter) {
	t.Helper()
	c, err := draw(&document.Document{Blocks: []document.Block{document.Paragraph{Text: text}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.finish(); err != nil {
		t.Fatal(err)
	}
	return string(c.contents[0]), c.setter
}

// TestKernedLinesFillTheColumn: each glyph and each move of a justified line added up.
func TestKernedLinesFillTheColumn(t *testing.T) {
	text := document.Plain(strings.Repeat("To Vienna, Yaoundé and AVATAR: Parties’ Article “Way”. ", 30))
	page, s := kernedPage(t, text)
	lines := regexp.MustCompile(`(?s)(?:([0-9.]+) Tz\n)?/F0 10 Tf \[(\(.*?\))\] TJ\n`).FindAllStringSubmatch(page, -1)
	full := 0
	for _, l := range lines {
		wide := drawnWidth(t, l[2], s.Uses(0))
		if wider, err := strconv.ParseFloat(l[1], 64); err == nil {
			wide *= wider / 100
		}
		if d := wide - points(columnWidth)*100; d < 1 && d > -1 {
			full++
		}
	}
	if full < 10 || full < len(lines)-3 {
		t.Errorf("%d of %d lines fill the column", full, len(lines))
	}
}

// drawnWidth is how far a show operator comes, in thousandths of the size of type; a blank that
// ends its line takes no room.
func drawnWidth(t *testing.T, array string, uses []set.Use) (sum float64) {
	t.Helper()
	parts := regexp.MustCompile(`(?s)\(((?:[^\\()]|\\.)*)\)([-0-9.]*)`).FindAllStringSubmatch(array, -1)
	last := ""
	for _, p := range parts {
		codes := regexp.MustCompile(`(?s)\\(.)`).ReplaceAllStringFunc(p[1], func(s string) string { return strings.Replace(s[1:], "r", "\r", 1) })
		for i := 0; i+1 < len(codes); i += 2 {
			u := uses[int(codes[i])<<8|int(codes[i+1])]
			sum, last = sum+float64(u.Width), u.Text
		}
		if back, err := strconv.ParseFloat(p[2], 64); err == nil {
			sum -= back
		}
	}
	if last == " " {
		sum -= 250
	}
	return sum
}

// TestKernedTextIsRead: as it was written, by who knows nothing of kerning.
func TestKernedTextIsRead(t *testing.T) {
	text := "AVATAR To Ta. WAVE 11 Parties’ Yaoundé, LTV ‘Ty’ “A” P. A. V. 1,117,111 Женева ГАТТ У. А."
	file := render(t, &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Plain(text)}}})
	if got := squeeze(strings.Join(pageTexts(t, file), " ")); !strings.Contains(got, text) {
		t.Errorf("another reader reads %q", got)
	}
	back, err := readback.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, l := range back.Lines {
		got += l.Text + " "
	}
	if !strings.Contains(squeeze(got), text) {
		t.Errorf("read back %q, want %q", got, text)
	}
}
