package readback

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// chartLook notes texts of a chart that can hardly be seen.
type chartLook struct {
	inside int // elements that say how text is set
	odd    bool
}

// settings are the elements that say how text of a chart is set.
var settings = map[string]bool{"rPr": true, "defRPr": true}

func (c *chartLook) start(e xml.StartElement) {
	const tiny = 400 // hundredths of a point
	switch local := e.Name.Local; {
	case settings[local]:
		c.inside++
		if size, err := strconv.Atoi(attribute(e, "sz")); err == nil && size < tiny {
			c.odd = true
		}
		if strike := attribute(e, "strike"); strike != "" && strike != "noStrike" {
			c.odd = true
		}
	case c.inside == 0:
	case local == "noFill", local == "gradFill", local == "blipFill", local == "pattFill", local == "alpha":
		c.odd = true
	case local == "srgbClr" && isFaint(attribute(e, "val"), ""):
		c.odd = true
	case local == "schemeClr" && !strings.HasPrefix(attribute(e, "val"), "tx") && !strings.HasPrefix(attribute(e, "val"), "dk"):
		c.odd = true
	}
}

func (c *chartLook) end(local string) {
	if settings[local] && c.inside > 0 {
		c.inside--
	}
}

func (c *chartLook) tell(w *word) {
	if c.odd {
		w.doubt("text of a chart that can hardly be seen", "")
	}
}

// length is how long a bar is, written in one way.
func length(s string) string {
	s = strings.TrimSpace(s)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
