package cli_test

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

var extensionCell = extast.KindTableCell

// itemNumber returns the number that a reader of the rendered Markdown sees.
func itemNumber(item ast.Node, list *ast.List) string {
	n := list.Start
	for before := item.PreviousSibling(); before != nil; before = before.PreviousSibling() {
		n++
	}
	return fmt.Sprintf("%d%c ", n, list.Marker)
}

func unescape(text []byte) []byte { return util.UnescapePunctuations(text) }
