package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// inPlan says where the plan has what a message is about, "" where it does not have it.
func inPlan(at source.Span) string {
	if !at.IsValid() {
		return ""
	}
	return fmt.Sprintf(" (%s:%d)", at.File.Name, at.Start.Line)
}

// writeAnnotations lists the tracked changes and the comments of a file.
func (f *verified) writeAnnotations(b *strings.Builder) {
	for i := range f.annotations {
		a := &f.annotations[i]
		did := map[merge.Kind]string{merge.Added: "put in", merge.Removed: "took out", merge.Comment: "comments"}[a.Kind]
		who := cmp.Or(a.By.String(), "somebody")
		b.WriteString(report.Clean(fmt.Sprintf("%s: %s: %s %s “%s”%s", f.name, a.Place, who, did, clipped(a.Text), inPlan(a.At))) + "\n")
	}
}
