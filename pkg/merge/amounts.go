package merge

// amounts reports a figure of a table that differs; it is false for other cells.
func (c *comparer) amounts(*pair, cellPair) bool { return false }

// addedRow reports a row that the plan does not give.
func (c *comparer) addedRow(_ int, change *Change) {
	change.Left = "a row of a table; write the line in the plan by hand"
}
