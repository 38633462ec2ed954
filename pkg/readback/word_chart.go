package readback

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// mostChart is how long a chart's part may be: with a bar for each of a thousand lines
// it is half as long.
const mostChart = 1 << 20

// chart gathers the texts of a chart by the bars that they stand at. The lengths of the
// bars are written too, as separate numbers, which no reader sees.
type chart struct {
	within []string // the names of the elements around, those of charts only
	other  strings.Builder
	bars   map[int]string
	series []series
	legend bool
	drawn  bool // there are drawings over it
	label  bool // the label of one bar is being read
	at     int  // the bar
	isText bool
	values []string // how long the bars are
	pale   chartLook
	fed    bool   // its figures come from another file
	book   string // the id of that file, where it is the workbook of its data
}

// series is a colour of bars: its name and the figures beside its bars.
type series struct {
	name   string
	labels map[int]string
}

// chart reads the texts of a chart as they are seen: what stands around the bars, then
// each bar's name with its figures.
func (w *word) chart(part string) {
	if part == "" {
		return
	}
	w.flush()
	c := chart{bars: map[int]string{}}
	if walk(w.small(part, mostChart), &c) != nil {
		w.broken = true
		return
	}
	for _, s := range c.texts() {
		w.spend(len(s))
		w.add(s)
	}
	c.pale.tell(w)
	if c.fed {
		w.chartBook(part, c.book)
	}
	for i, v := range c.values {
		w.doubt("a bar of a length of its own", fmt.Sprintf("bar %d: %s", i+1, v))
	}
	if c.drawn {
		w.text.Over = append(w.text.Over, Over{Kind: "userShapes"})
	}
}

func (c *chart) texts() (list []string) {
	list = append(list, c.other.String())
	at := map[int]bool{}
	for n := range c.bars {
		at[n] = true
	}
	for _, s := range c.series {
		if c.legend {
			list = append(list, s.name)
		}
		for n := range s.labels {
			at[n] = true
		}
	}
	name, beside := "", []string(nil)
	for _, n := range slices.Sorted(maps.Keys(at)) {
		for _, s := range c.series {
			beside = append(beside, s.labels[n])
		}
		var isMore bool
		if name, isMore = goesOn(name + c.bars[n]); isMore {
			continue
		}
		list = append(append(list, name), beside...)
		name, beside = "", nil
	}
	return append(append(list, name), beside...)
}

// goesOn reports a name that goes on beside the next bar, and returns it with the blank between: isuplan
// breaks the names of bars itself.
func goesOn(name string) (string, bool) {
	if rest, is := strings.CutSuffix(name, "\u00a0"); is {
		return rest + " ", true
	}
	return strings.CutSuffix(name, "\u200b")
}

func (c *chart) start(e xml.StartElement) {
	switch s, local := spaceOf(e.Name), e.Name.Local; {
	case s == drawSpace:
		c.isText = local == "t"
		c.pale.start(e)
		if local == "p" {
			c.add(" ")
		}
		return
	case s != chartSpace:
		return
	}
	local := e.Name.Local
	c.within = append(c.within, local)
	c.isText = local == "v"
	switch local {
	case "ser":
		c.series = append(c.series, series{labels: map[int]string{}})
	case "userShapes":
		c.drawn = true
	case "legend":
		c.legend = true
	case "externalData":
		c.fed, c.book = true, reference(e)
	case "dLbl":
		c.label, c.at = true, -1
	case "idx":
		if c.label && c.at < 0 {
			c.at = number(e, "val")
		}
	case "delete":
		if v := attribute(e, "val"); c.label && v != "0" && v != "false" {
			c.label = false
		}
	case "pt":
		c.at = number(e, "idx")
	}
}

func (c *chart) end(n xml.Name) {
	c.isText = false
	c.pale.end(n.Local)
	if spaceOf(n) != chartSpace || len(c.within) == 0 {
		return
	}
	c.within = c.within[:len(c.within)-1]
	c.label = c.label && n.Local != "dLbl"
}

func (c *chart) full() bool { return false } // the part is small

func (c *chart) chars(s []byte) {
	if c.isText {
		c.add(string(s))
	}
}

// add puts a text where it belongs. Those of one bar are short.
func (c *chart) add(s string) {
	const most = 1000
	last := len(c.series) - 1
	switch {
	case c.isWithin("val"):
		if c.isWithin("v") && len(c.values) < mostStrange {
			c.values = append(c.values, length(s))
		}
	case last < 0 || !c.isWithin("ser"):
		c.other.WriteString(s)
	case c.label:
		c.series[last].labels[c.at] = joined(c.series[last].labels[c.at], s, most)
	case c.isWithin("cat"):
		if last == 0 { // the others name the same bars
			c.bars[c.at] = joined(c.bars[c.at], s, most)
		}
	case c.isWithin("tx"):
		c.series[last].name = joined(c.series[last].name, s, most)
	}
}

func joined(a, b string, most int) string {
	if len(a) > most {
		return a
	}
	return a + b
}

func (c *chart) isWithin(local string) bool { return slices.Contains(c.within, local) }
