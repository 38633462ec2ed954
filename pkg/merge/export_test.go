package merge

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/edit"
)

func (c *Comparison) TryDebug(chosen []Choice) ([]byte, error) {
	e := &editor{file: c.unit.File, tree: c.tree, shape: shaper{c.unit.Plan}}
	var steps []step
	for _, one := range chosen {
		steps = append(steps, c.Changes[one.Change].Offers[one.Offer].steps...)
	}
	edits, ok := e.run(steps)
	if !ok {
		return nil, fmt.Errorf("failed")
	}
	b, err := edit.Apply(c.unit.File, unique(edits))
	if err != nil {
		err = fmt.Errorf("%w %v", err, edits)
	}
	return b, err
}
