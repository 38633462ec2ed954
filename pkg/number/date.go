package number

import "strings"

var months = set("january february march april may june july august september october november december")

func (r *reader) isMonth(at int) bool {
	w := r.at(at)
	return startsUpper(w.Text) && months[strings.ToLower(w.Text)]
}

// isYear reports four plain digits of this or the last century.
func isYear(w Word) bool {
	return w.Sort == Figures && len(w.Text) == 4 && (strings.HasPrefix(w.Text, "19") || strings.HasPrefix(w.Text, "20")) && digitsOf(w.Text, 0) == 4
}

// isDate reports the days and years of "4–6 September 2017", "30 August to 2 September"
// and "2017-09-04".
func (r *reader) isDate(n *Number) bool {
	if n.InWords || len(r.words[n.First].Text) > 4 {
		return false
	}
	if r.isMonth(n.Next) || r.isMonth(n.First-1) && !r.countsNoun(n.Next) || r.isMonth(n.First-1) && isYear(r.words[n.First]) {
		return true
	}
	joint, next := r.at(n.Next), r.at(n.Next+1)
	switch joint.Text {
	case "-", "–", "—", "to", "and", ",", "or":
		if next.Sort == Figures && len(next.Text) <= 2 && (r.isMonth(n.Next+2) || r.at(n.Next+2).Text == "and" && r.isMonth(n.Next+4)) {
			return true
		}
	}
	return r.isISODate(n.First) || r.isISODate(n.First-2) || r.isISODate(n.First-4)
}

// isISODate reports a date such as 2017-09-04 that begins at a word.
func (r *reader) isISODate(at int) bool {
	if !isYear(r.at(at)) {
		return false
	}
	for i := 1; i <= 3; i += 2 {
		hyphen, part := r.at(at+i), r.at(at+i+1)
		if hyphen.Text != "-" || !hyphen.Glued || !part.Glued || part.Sort != Figures || len(part.Text) > 2 {
			return false
		}
	}
	return true
}
