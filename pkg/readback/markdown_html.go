package readback

import (
	"regexp"
	"strings"
	"sync"

	gtext "github.com/yuin/goldmark/text"
)

// comment matches what all programs take for a comment.
var comment = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)<!--.*?-->`) })

// html reads HTML as it is written. isuplan itself writes only comments, and tags around
// words that asterisks cannot mark; other tags may hide what they enclose.
func (m *markdown) html(lines *gtext.Segments, closing *gtext.Segment) {
	var b strings.Builder
	for i := range lines.Len() {
		at := lines.At(i)
		b.Write(at.Value(m.source))
	}
	if closing != nil && closing.Start >= 0 && closing.Stop > closing.Start {
		b.Write(closing.Value(m.source))
	}
	switch s := b.String(); s {
	case "<strong>", "</strong>", "<em>", "</em>":
	default:
		m.strangeHTML(s)
		m.line.WriteString(comment().ReplaceAllStringFunc(s, withoutComment))
	}
}

// withoutComment leaves a comment out, unless browsers end it earlier than Markdown does.
func withoutComment(s string) string {
	inner := strings.TrimPrefix(s, "<!--")
	if strings.HasPrefix(inner, ">") || strings.HasPrefix(inner, "->") || strings.Contains(inner, "--!>") {
		return s
	}
	return " "
}

// pictured is the address of a picture, "" of one that is named like a chart of isuplan:
// its name begins with that of the plan's file.
func pictured(address string) string {
	if strings.HasSuffix(address, "-chart.svg") && !strings.ContainsAny(address, "/:\\") {
		return ""
	}
	return address
}

// picture adds a remark on a picture, unless it is named like a chart of isuplan.
func (m *markdown) picture(address string) {
	const sentence = "there are pictures in the file that isuplan did not draw; look at what they show"
	if pictured(address) == "" {
		return
	}
	if len(m.text.Remarks) == 0 {
		m.text.Remarks = append(m.text.Remarks, sentence)
	}
}
