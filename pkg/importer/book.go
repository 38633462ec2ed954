package importer

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// readBook reads a workbook: its sheets as tables, and sentences on what was not read.
func readBook(file []byte) (book []grid, remarks []string, err error) {
	b, err := xlsx.Read(file)
	if err != nil {
		return nil, nil, err
	}
	for i := range b.Sheets {
		book = append(book, sheetGrid(&b.Sheets[i]))
	}
	newCells(book).complete()
	return book, b.Remarks, nil
}

// sheetGrid makes a table of a sheet.
func sheetGrid(s *xlsx.Sheet) grid {
	g := grid{name: "sheet " + s.Name, hidden: s.Hidden}
	for _, r := range s.Rows {
		row := gridRow{where: "row " + strconv.Itoa(r.Number), hidden: r.Hidden, bold: true}
		for _, c := range r.Cells {
			for len(row.cells) < c.Column-1 {
				row.cells = append(row.cells, cell{})
			}
			row.bold = row.bold && (c.Bold || strings.TrimSpace(c.Text) == "")
			row.cells = append(row.cells, cell{text: strings.Join(strings.Fields(c.Text), " "), formula: c.Formula, ref: xlsx.ColumnName(c.Column) + strconv.Itoa(r.Number),
				number: c.Number, isNum: c.IsNumber, comment: c.Comment, hidden: c.Hidden, format: c.Format})
		}
		g.rows = append(g.rows, row)
	}
	spread(&g, s)
	return g
}

// spread writes the text of merged cells into each of their parts.
func spread(g *grid, s *xlsx.Sheet) {
	const most = 50_000 // parts
	done := 0
	for _, m := range s.Merged {
		first, _ := slices.BinarySearchFunc(s.Rows, m.FromRow, func(r xlsx.Row, n int) int { return r.Number - n })
		if first == len(s.Rows) || s.Rows[first].Number != m.FromRow || m.FromColumn > len(g.rows[first].cells) {
			continue
		}
		text := g.rows[first].cells[m.FromColumn-1].text
		if text == "" {
			continue
		}
		for i := first; i < len(s.Rows) && s.Rows[i].Number <= m.ToRow; i++ {
			row := &g.rows[i]
			for c := m.FromColumn; c <= min(m.ToColumn, xlsx.MaxColumns); c++ {
				if done++; done > most {
					return
				}
				for len(row.cells) < c {
					row.cells = append(row.cells, cell{})
				}
				if at := &row.cells[c-1]; at.text == "" && (i != first || c != m.FromColumn) {
					at.text, at.over, at.carried = text, true, i != first
				}
			}
		}
	}
}
