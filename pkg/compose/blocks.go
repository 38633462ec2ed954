package compose

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/registry"
	"github.com/isuplan/isuplan/pkg/schema"
)

// blockKind is a kind of block that a template may ask for; each kind has a file.
type blockKind struct {
	name string
	// needs names the keys that the block must have.
	needs []string
	// from limits the parts of the plan that the block can print; nil where it prints
	// any list of texts or none.
	from  []string
	print func(*builder, *blockSpec) []document.Block
}

var blocks = registry.New(func(k blockKind) string { return k.name })

// registerBlock makes a kind of block known; each kind's file calls it once.
func registerBlock(name string, k blockKind) {
	k.name = name
	blocks.Add(k)
}

// blockComplete reports a block that lacks what its kind needs.
func blockComplete(r *schema.Reader, spec *blockSpec) {
	if !spec.Block.IsSet() {
		return
	}
	kind, _ := blocks.Find(spec.Block.Value)
	for _, key := range kind.needs {
		if !spec.Wrote(key) {
			r.Report(schema.MissingKey, spec.Block.Node, fmt.Sprintf("a block of kind %s has no `%s`", spec.Block.Value, key),
				fmt.Sprintf("add \"%s: …\" to the block", key))
		}
	}
	if spec.Block.Value == "table" || spec.Block.Value == "staffing" {
		tableComplete(r, spec)
	}
	if !spec.From.IsSet() {
		return
	}
	name := spec.From.Value
	if kind.from == nil && sources[name].items == nil || kind.from != nil && !slices.Contains(kind.from, name) {
		r.Report(schema.BadValue, spec.From.Node, fmt.Sprintf("a block of kind %s cannot print %s", spec.Block.Value, name),
			"take another kind of block, or another part of the plan")
	}
}

// tableComplete reports a table without the columns that make it one.
func tableComplete(r *schema.Reader, spec *blockSpec) {
	shows := map[string]bool{}
	for _, c := range spec.Columns {
		shows[c.Show.Value] = true
		if c.Width.IsSet() && (c.Width.Value < 1 || c.Width.Value > 1000) {
			r.Report(schema.BadNumber, c.Width.Node, fmt.Sprintf("a width of %d makes no column", c.Width.Value), "write a share such as 20; all shares together are the table's width")
		}
	}
	for _, need := range []string{"label", "amount"} {
		if !shows[need] && spec.Wrote("columns") {
			r.Report(schema.MissingKey, spec.Block.Node, fmt.Sprintf("this table has no column that shows the %s", need),
				fmt.Sprintf("add {head: …, show: %s, width: 20} to its `columns`", need))
		}
	}
}

// itemID returns the stable name of an item: its id, or else its position in the list.
func itemID(lead string, i int, item plan.Item) string {
	if item.ID.Value != "" {
		return lead + "/" + item.ID.Value
	}
	return lead + "/" + strconv.Itoa(i+1)
}
