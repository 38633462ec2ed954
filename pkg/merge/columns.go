package merge

// byHeads gives the cells of tables whose columns are more or fewer than the document's the columns
// that their heads say: a column that nothing stands in any more is printed no more, and people take
// columns out.
func (c *comparer) byHeads() {
	heads := c.singleHeads()
	var moved map[int]int
	for _, u := range c.found {
		if !u.isRow {
			moved = nil
			continue
		}
		if list := heads[u.first().text]; len(list) > 0 {
			moved = columnsLike(u, list)
		}
		if moved == nil {
			continue
		}
		for i := range u.cells {
			if to := moved[u.cells[i].column]; to > 0 {
				u.cells[i].column = to
			}
		}
	}
}

// singleHeads returns the heads of tables that have one row of them, by what they begin with.
func (c *comparer) singleHeads() map[string][]*unit {
	rows := map[any]int{}
	isHead := func(u *unit) bool { return u.isRow && u.first().passage.TableRow() == 0 }
	for _, u := range c.built {
		if isHead(u) {
			rows[u.first().passage.Of]++
		}
	}
	heads := map[string][]*unit{}
	for _, u := range c.built {
		if isHead(u) && rows[u.first().passage.Of] == 1 {
			heads[u.first().text] = append(heads[u.first().text], u)
		}
	}
	return heads
}

// columnsLike returns the columns of the document for those of a head of the file, nil where they are
// the same or not certain. Further columns of the file come behind the document's.
func columnsLike(found *unit, heads []*unit) map[int]int {
	var best map[int]int
	like := 1 // one alone is no sign
	for _, built := range heads {
		moved := map[int]int{}
		last := 0
		for i := range found.cells {
			if at := built.columnOf(found.cells[i].text, last); at > 0 {
				moved[found.cells[i].column], last = at, at
			}
		}
		if len(found.cells) == len(built.cells) && len(moved) >= len(best) {
			return nil
		}
		if len(moved) > like {
			best, like = moved, len(moved)
			more := built.cells[len(built.cells)-1].column
			for column := 1; column <= found.cells[len(found.cells)-1].column; column++ {
				if moved[column] == 0 {
					more++
					moved[column] = more
				}
			}
		}
	}
	return best
}

// columnOf returns the first column behind one that has a text, 0 for none.
func (u *unit) columnOf(text string, behind int) int {
	for i := range u.cells {
		if u.cells[i].column > behind && u.cells[i].text == text {
			return u.cells[i].column
		}
	}
	return 0
}
