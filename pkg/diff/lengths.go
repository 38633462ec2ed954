package diff

// Months returns how long the time is that a plan's amounts are counted over; 0 where that is not
// known.
func (s *Side) Months() int {
	if s.IsAbsent {
		return 0
	}
	var columns []string
	for _, c := range s.Budget.Scope().Columns {
		columns = append(columns, s.Budget.Columns[c].ID)
	}
	return s.Plan.MonthsOf(columns)
}

// Counted returns the years that a plan's amounts are counted over.
func (s *Side) Counted() (from, to int) {
	for _, c := range s.Budget.Scope().Columns {
		first, last, named := s.Budget.Columns[c].Years()
		if !named {
			return s.Years()
		}
		if from == 0 {
			from = first
		}
		to = last
	}
	if from == 0 {
		return s.Years()
	}
	return from, to
}

// UnlikeLengths reports plans whose amounts are counted over times of different lengths, so that one sum
// cannot be held against another as it is. What is not known is not said.
func UnlikeLengths(sides ...*Side) bool {
	unlike := false
	for _, s := range sides {
		months := s.Months()
		if months == 0 {
			return false
		}
		unlike = unlike || months != sides[0].Months()
	}
	return unlike
}

type jsonLengths struct {
	OldMonths int `json:"old_months"`
	Months    int `json:"months"`
}

func (r *Report) jsonLengths() *jsonLengths {
	if r.Money.IsOfPosts() || !UnlikeLengths(&r.Old, &r.New) {
		return nil
	}
	return &jsonLengths{r.Old.Months(), r.New.Months()}
}
