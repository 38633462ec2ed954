package schema

// conditions writes the rules of a group as JSON Schema: if … then …, which editors
// of every draft know, and which names the key that is missing or too many.
func (s *Shape) conditions() []object {
	list := make([]object, len(s.Rules))
	for i, r := range s.Rules {
		consequence := member{"then", s.consequence(r)}
		list[i] = object{consequence}
		if len(r.If) > 0 {
			list[i] = object{{"if", s.written(r.Filled, r.If...)}, consequence}
		} else if then, ok := consequence.value.(object); ok {
			list[i] = then
		}
	}
	return list
}

// consequence says what a rule asks for.
func (s *Shape) consequence(r Rule) object {
	var then object
	switch len(r.Need) {
	case 0:
	case 1:
		then = s.written(r.Filled, r.Need[0])
	default:
		ways := make([]object, len(r.Need))
		for i, key := range r.Need {
			ways[i] = s.written(r.Filled, key)
		}
		then = object{{"anyOf", ways}}
	}
	var barred object
	for _, key := range r.Bar {
		barred = append(barred, member{key, s.unwritten(r.Filled, key)})
	}
	if barred != nil {
		then = append(then, member{"properties", barred})
	}
	return then
}

// written holds where all keys stand, and hold something where that counts.
func (s *Shape) written(filled bool, keys ...string) object {
	stands := object{{"required", keys}}
	var properties object
	for _, key := range keys {
		if size := s.size("min", key); filled && size != "" {
			properties = append(properties, member{key, object{{size, 1}}})
		}
	}
	if properties != nil {
		stands = append(stands, member{"properties", properties})
	}
	return stands
}

// unwritten is the schema of a key that may not stand, or may only hold nothing.
func (s *Shape) unwritten(filled bool, key string) any {
	if size := s.size("max", key); filled && size != "" {
		return object{{"type", s.key(key).JSON[0]}, {size, 0}}
	}
	return false
}

// size returns the keyword that bounds how much a list or a map holds, or "".
func (s *Shape) size(bound, key string) string {
	of := s.key(key)
	switch {
	case of.By != nil:
		return bound + "Properties"
	case of.Of != nil:
		return bound + "Items"
	}
	return ""
}

func (s *Shape) key(name string) *Shape {
	for _, k := range s.Keys {
		if k.Key == name {
			return k.Shape.Itself()
		}
	}
	return &Shape{}
}
