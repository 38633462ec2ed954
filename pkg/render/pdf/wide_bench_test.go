package pdf

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// wideTable makes a table of so many rows and columns of figures.
func wideTable(rows, figures int, figure string) document.Table {
	t := document.Table{Columns: []document.Column{{Head: document.Plain("Code"), Width: 10}, {Head: document.Plain("Cost"), Width: 24, Label: true}}}
	for i := range figures {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(fmt.Sprint("Year ", 2000+i)), Width: 20, Numeric: true})
	}
	for r := range rows {
		cells := []document.Text{document.Plain(strconv.Itoa(1101 + r)), document.Plain("Line of costs " + strconv.Itoa(r))}
		for range figures {
			cells = append(cells, document.Text{{Text: figure, Keep: true}})
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return t
}

func BenchmarkWide(b *testing.B) {
	bench(b, &document.Document{Blocks: []document.Block{wideTable(200, 40, "1,280,309")}})
}
