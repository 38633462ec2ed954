// Package report writes findings for people and for machines, one file for each form.
package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = Register(Format{Name: "text", Doc: "for people: each finding with the line it points at",
	Write: func(w io.Writer, r Report) error { return Text(w, Unwaived(r.Findings()), r.Color) }})

// Text writes findings as a good compiler does: the position, what is wrong, the line with
// a mark under the right characters, and what to do. Color adds the colours of a terminal.
// The first line of each finding has the form file:line:col: severity[code/rule]: message,
// which editors can follow.
func Text(w io.Writer, findings []diag.Finding, color bool) error {
	t := texter{w: w, paint: painter(color)}
	for i, f := range findings {
		if i > 0 {
			t.printf("\n")
		}
		if i == mostFindings {
			t.printf("… and %d more findings\n", len(findings)-i)
			break
		}
		t.finding(f)
	}
	return t.err
}

// mostFindings is how many findings a person is shown at a time.
const mostFindings = 300

type texter struct {
	w     io.Writer
	paint painter
	err   error
}

func (t *texter) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format, args...)
	}
}

func (t *texter) finding(f diag.Finding) {
	severity := f.Rule.Severity.String()
	t.printf("%s%s %s\n", t.position(f.Span),
		t.paint.severity(f.Rule.Severity, severity+"["+f.Rule.ID()+"]:"), t.paint.bold(Clean(f.Message)))
	if f.Span.IsValid() && len(f.Span.File.Bytes) > 0 {
		t.excerpt(f.Span, f.Rule.Severity)
	}
	if f.Subject != "" {
		t.printf("  at: %s\n", Clean(f.Subject))
	}
	if f.Hint != "" {
		t.printf("  %s %s\n", t.paint.hint("help:"), Clean(f.Hint))
	}
	for _, r := range f.Related {
		t.printf("  see %s%s\n", t.position(r.Span), Clean(r.Note))
	}
	if f.WaivedBy != "" {
		t.printf("  waived: %s\n", Clean(strings.Join(strings.Fields(f.WaivedBy), " ")))
	}
}

func (t *texter) position(s source.Span) string {
	if !s.IsValid() {
		return ""
	}
	return t.paint.bold(fmt.Sprintf("%s:%d:%d:", Clean(s.File.Name), s.Start.Line, s.Start.Col)) + " "
}

// excerpt prints the line and marks the span in it.
func (t *texter) excerpt(s source.Span, severity diag.Severity) {
	start, end := s.File.LineBounds(s.Start.Line)
	from, to := max(start, min(s.Start.Offset, end)), end
	if s.End.Line == s.Start.Line {
		to = max(from, min(s.End.Offset, end))
	}
	before, marked, after := window(s.File.Bytes, start, from, to, end)
	gutter := fmt.Sprintf("%d", s.Start.Line)
	t.printf(" %s | %s\n", t.paint.dim(gutter), before+marked+after)
	pad := strings.Repeat(" ", uniseg.StringWidth(before))
	carets := strings.Repeat("^", max(1, uniseg.StringWidth(marked)))
	t.printf(" %s | %s%s\n", strings.Repeat(" ", len(gutter)), pad, t.paint.severity(severity, carets))
}

// reach is how many bytes of a line are looked at on each side of a mark, and of the mark.
const reach = 4096

// window cuts a long line, which lies between start and end, down to what stands around the
// mark between from and to. Its parts are clean: what would move the terminal's cursor is
// replaced.
func window(text []byte, start, from, to, end int) (before, marked, after string) {
	const context, most = 60, 100
	// In what is not valid text a character may begin far before.
	low := max(start, atRune(text, max(start, from-reach)))
	high, last := max(from, atRune(text, min(to, from+reach))), max(to, atRune(text, min(end, to+reach)))
	before, marked, after = Clean(string(text[low:from])), Clean(string(text[from:high])), Clean(string(text[to:last]))
	if wide := uniseg.StringWidth(before); wide > context || low > start {
		before = "…" + cutLeft(before, wide-context+1)
	}
	if uniseg.StringWidth(marked) > most || high < to {
		return before, cutRight(marked, most) + "…", ""
	}
	if room := most - uniseg.StringWidth(marked); uniseg.StringWidth(after) > room || last < end {
		after = cutRight(after, room) + "…"
	}
	return before, marked, after
}

// atRune moves an offset back to where a character begins.
func atRune(text []byte, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// cutRight returns the beginning of a text, at most as wide as given.
func cutRight(s string, width int) string {
	end, state := 0, -1
	for rest := s; rest != "" && width > 0; {
		var cluster string
		var wide int
		cluster, rest, wide, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if width -= wide; width >= 0 {
			end += len(cluster)
		}
	}
	return s[:end]
}

// cutLeft returns a text without its first columns.
func cutLeft(s string, width int) string {
	state := -1
	for s != "" && width > 0 {
		var wide int
		_, s, wide, state = uniseg.FirstGraphemeClusterInString(s, state)
		width -= wide
	}
	return s
}

// Clean makes text from a stranger's file harmless for a terminal: control
// characters, and those that turn the direction of text, are shown by their code.
func Clean(s string) string {
	if !strings.ContainsFunc(s, unsafe) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteString(" ")
		case unsafe(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unsafe(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 ||
		r == 0x2028 || r == 0x2029 || r == 0xFEFF || r == '\uFFFD'
}

// painter adds colours; it adds nothing where it is false.
type painter bool

func (p painter) sgr(code, s string) string {
	if !p {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p painter) bold(s string) string { return p.sgr("1", s) }
func (p painter) dim(s string) string  { return p.sgr("2", s) }
func (p painter) hint(s string) string { return p.sgr("36", s) }

func (p painter) severity(severity diag.Severity, s string) string {
	switch severity {
	case diag.Error:
		return p.sgr("1;31", s)
	case diag.Warning:
		return p.sgr("1;33", s)
	}
	return p.sgr("1;34", s)
}
