package pdf

// Cell is where in a table a text stands, or else in which paragraph, as the structure of the file has it.
// All count from 1.
type Cell struct {
	Paragraph   int // through the file: a heading, an item of a list, a picture; 0 in cells
	Table       int // through the file
	Row, Column int // rows through the file, columns in their table
	Over, Down  int // how many columns it reaches over, and how many rows below its own
}

// Stretch is a part of a line that stands in a cell, up to the next stretch.
type Stretch struct {
	From int // in bytes
	Cell Cell
}

// Bounds on tables; cells that reach farther are taken to reach so far.
const (
	mostOver = 200    // columns
	mostDown = 10_000 // rows
	mostRole = 8      // names for one role
)

// place is a part of a page that the structure names.
type place struct{ page, part int }

// tables notes of the lines of pages in which cells of tables they stand.
func (f *File) tables(pages []Page) {
	root := f.dict(f.catalog()["StructTreeRoot"])
	s := structure{File: f, roles: f.dict(root["RoleMap"]), seen: map[int]bool{}, cells: map[place]Cell{}}
	s.walk(root["K"], element{page: none}, 0)
	if len(s.cells) == 0 {
		return
	}
	for i := range pages {
		for j := range pages[i].Lines {
			l := &pages[i].Lines[j]
			found := false
			for _, p := range l.parts {
				cell, is := s.cells[place{pages[i].number, p.number}]
				if found = found || is; found {
					l.Cells = append(l.Cells, Stretch{p.from, cell})
				}
			}
		}
	}
}

// structure walks through the elements of a file and finds its tables.
type structure struct {
	*File
	roles  dict
	seen   map[int]bool
	cells  map[place]Cell
	number int // tables so far
	rows   int // so far
	blocks int // paragraphs so far
}

// element is where in the structure an element stands.
type element struct {
	page  int // the object of the page that its parts are on
	table *inTable
	inRow bool
	cell  Cell // the zero one outside of cells and paragraphs
}

// inTable is what is known of the table being read.
type inTable struct {
	number, column int
	below          map[int]int // columns that cells above take: for how many rows more
}

// walk reads an element, or several.
func (s *structure) walk(v any, in element, depth int) {
	if r, ok := v.(ref); ok {
		if s.seen[r.number] {
			return
		}
		s.seen[r.number] = true
	}
	if depth > deepest || !s.pay(perObject) {
		return
	}
	switch e := s.get(v).(type) {
	case array:
		for _, one := range e {
			s.walk(one, in, depth+1)
		}
	case int:
		s.part(in, e)
	case dict:
		if page, ok := e["Pg"].(ref); ok {
			in.page = page.number
		}
		if part, ok := s.File.number(e["MCID"]); ok && e["S"] == nil {
			if e["Stm"] == nil { // of a drawing that pages show, its parts have numbers of their own
				s.part(in, part)
			}
			return
		}
		s.walk(e["K"], s.enter(e, in), depth+1)
	}
}

// part notes that a part of a page stands in a cell.
func (s *structure) part(in element, part int) {
	at := place{in.page, part}
	if _, known := s.cells[at]; in.cell != (Cell{}) && in.page != none && !known && s.pay(perEntry) {
		s.cells[at] = in.cell
	}
}

// blocks are the roles of what is one paragraph, with all that is in it but for the items of lists.
var blocks = map[name]bool{"P": true, "H": true, "H1": true, "H2": true, "H3": true, "H4": true, "H5": true, "H6": true, "Title": true, "Caption": true, "Note": true, "Figure": true}

// enter goes into an element. A table in a cell is a part of that cell.
func (s *structure) enter(e dict, in element) element {
	if in.cell.Table > 0 {
		return in
	}
	switch role := s.role(e["S"]); {
	case role == "Table":
		s.number++
		in.cell, in.table, in.inRow = Cell{}, &inTable{number: s.number, below: map[int]int{}}, false
	case role == "LI" || blocks[role] && in.cell.Paragraph == 0:
		s.blocks++
		in.cell = Cell{Paragraph: s.blocks}
	case role == "TR" && in.table != nil && !in.inRow:
		s.rows++
		in.table.column, in.inRow = 0, true
		if s.pay(perObject * len(in.table.below)) {
			in.table.nextRow()
		}
	case (role == "TH" || role == "TD") && in.inRow:
		in.cell = s.cell(e, in.table)
	}
	return in
}

// role is what an element is, by the name that all files have for it.
func (s *structure) role(v any) name {
	role, _ := s.get(v).(name)
	for range mostRole {
		as, ok := s.get(s.roles[role]).(name)
		if !ok || as == role {
			break
		}
		role = as
	}
	return role
}

// nextRow ends what cells above take of the rows.
func (t *inTable) nextRow() {
	for column, rows := range t.below {
		if t.below[column] = rows - 1; rows <= 1 {
			delete(t.below, column)
		}
	}
}

// cell finds the columns and rows of a cell: it begins in the first column that is free.
func (s *structure) cell(e dict, t *inTable) Cell {
	t.column++
	for t.below[t.column] > 0 {
		t.column++
	}
	c := Cell{Table: t.number, Row: s.rows, Column: t.column, Over: min(s.attribute(e, "ColSpan"), mostOver), Down: min(s.attribute(e, "RowSpan"), mostDown) - 1}
	t.column += c.Over - 1
	if c.Down == 0 {
		return c
	}
	for column := c.Column; column <= t.column && s.pay(perEntry); column++ {
		t.below[column] = c.Down + 1
	}
	return c
}

// attribute returns a number that a table's cell has among its attributes, at least 1.
func (s *structure) attribute(e dict, key name) int {
	n := 1
	for _, one := range s.attributes(e["A"]) {
		if v, ok := s.File.number(s.dict(one)[key]); ok {
			n = v
		}
	}
	return max(1, n)
}

// attributes are the groups of attributes of an element: one, or a list.
func (s *structure) attributes(v any) []any {
	if list, ok := s.get(v).(array); ok {
		if !s.pay(perObject * len(list)) {
			return nil
		}
		return list
	}
	return []any{v}
}
