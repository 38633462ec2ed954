package actuals

// texts are those that stand in the columns of a file, and in how many rows. A column is looked at when somebody asks.
type texts struct{ of map[int]map[string]int }

func (t *texts) column(r *reader, at int) map[string]int {
	if of, known := t.of[at]; known {
		return of
	}
	of := map[string]int{}
	for _, row := range r.body {
		if text := key(row.Cell(at).Text); text != "" {
			of[text]++
		}
	}
	if t.of == nil {
		t.of = map[int]map[string]int{}
	}
	t.of[at] = of
	return of
}

func (t *texts) count(r *reader, at int, text string) int { return t.column(r, at)[key(text)] }

func (t *texts) any(r *reader, at int) bool { return len(t.column(r, at)) > 0 }
