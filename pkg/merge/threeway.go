package merge

import "github.com/isuplan/isuplan/pkg/compile"

// threeWay brings changes into a plan that is another version than the file was built of.
func (m *merger) threeWay(_, plan *compile.Unit, choose Chooser) (*Merged, error) {
	return m.direct(plan, choose)
}
