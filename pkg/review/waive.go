package review

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/source"
)

// Waive returns the edits that write a waiver for a finding into its plan, in the form that the
// plan's other waivers have. It covers that finding and nothing else. An empty reason is written
// as such, so that check asks for it. There are no edits for what cannot be waived.
func Waive(u *compile.Unit, f diag.Finding, reason, approved string) []diag.Edit {
	if u.Plan == nil || u.File == nil {
		return nil
	}
	d, ok := check.Waiver(u.Plan, f)
	if !ok {
		return nil
	}
	w := waiver{file: u.File, keys: d.Keys(oneLine(reason), oneLine(approved)), end: "\n"}
	if strings.Contains(string(u.File.Bytes), "\r\n") {
		w.end = "\r\n"
	}
	edits := w.into(u.Plan.Node)
	if _, err := edit.Applied(u.File, edits); err != nil {
		return nil
	}
	return edits
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// waiver is what is put into a plan.
type waiver struct {
	file *source.File
	keys [][2]string
	end  string // of a line
}

// into returns the edit of a plan.
func (w *waiver) into(root source.Node) []diag.Edit {
	list := root.Get("waivers")
	switch {
	case list.IsZero() && root.IsFlow():
		return w.put(root.Span().End.Offset-1, ", waivers: [{"+w.flow()+"}]")
	case list.IsZero():
		return w.put(len(w.file.Bytes), w.ended(len(w.file.Bytes))+"waivers:"+w.end+w.block("  ")+w.end)
	case list.Len() == 0 && !root.IsFlow():
		return []diag.Edit{{Span: list.Span(), Text: w.end + w.block("  ")}}
	case list.IsFlow() && list.Len() > 0:
		return w.put(list.At(list.Len()-1).Span().End.Offset, ", {"+w.flow()+"}")
	case list.IsFlow():
		return w.put(list.Span().End.Offset-1, "{"+w.flow()+"}")
	case list.Kind() != source.Sequence:
		return nil
	}
	return w.behind(list.At(list.Len() - 1))
}

// behind puts the waiver below the last one of a list, as that is written.
func (w *waiver) behind(last source.Node) []diag.Edit {
	start, text := last.Start(), w.file.Bytes
	from, _ := w.file.LineBounds(start.Line)
	dash := strings.LastIndexByte(string(text[from:start.Offset]), '-')
	if dash < 0 {
		return nil
	}
	indent := strings.Repeat(" ", dash)
	to := last.Span().End.Offset
	for to > 0 && (text[to-1] == '\n' || text[to-1] == '\r') {
		to--
	}
	for to < len(text) && text[to] != '\n' && text[to] != '\r' {
		to++
	}
	if last.IsFlow() {
		return w.put(to, w.end+indent+"- {"+w.flow()+"}")
	}
	return w.put(to, w.end+w.block(indent))
}

// ended is what ends the line before an offset, if that is not ended.
func (w *waiver) ended(at int) string {
	if at == 0 || w.file.Bytes[at-1] == '\n' {
		return ""
	}
	return w.end
}

func (w *waiver) put(at int, text string) []diag.Edit {
	return []diag.Edit{{Span: w.file.Span(at, at), Text: text}}
}

func (w *waiver) flow() string {
	parts := make([]string, len(w.keys))
	for i, k := range w.keys {
		parts[i] = k[0] + ": " + k[1]
	}
	return strings.Join(parts, ", ")
}

func (w *waiver) block(indent string) string {
	lines := make([]string, len(w.keys))
	for i, k := range w.keys {
		lead := "  "
		if i == 0 {
			lead = "- "
		}
		lines[i] = indent + lead + k[0] + ": " + k[1]
	}
	return strings.Join(lines, w.end)
}
