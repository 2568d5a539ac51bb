package lists

// entityFields are the fields of an Entity that a list may fill, with those of a
// ship that screening compares. Source: the model.
var entityFields = [...]struct {
	name   string
	filled func(e *Entity) bool
}{
	{"id", func(e *Entity) bool { return e.ID != "" }},
	{"names", func(e *Entity) bool { return len(e.Names) > 0 }},
	{"name parts", func(e *Entity) bool { return anyOf(e.Names, func(n *Name) bool { return len(n.Parts) > 0 }) }},
	{"name scripts", func(e *Entity) bool { return anyOf(e.Names, func(n *Name) bool { return n.Script != "" }) }},
	{"identifiers", func(e *Entity) bool { return len(e.Identifiers) > 0 }},
	{"flags", func(e *Entity) bool { return len(e.Flags) > 0 }},
	{"countries", func(e *Entity) bool { return len(e.Countries) > 0 }},
	{"dates", func(e *Entity) bool { return len(e.Dates) > 0 }},
	{"places", func(e *Entity) bool { return len(e.Places) > 0 }},
	{"addresses", func(e *Entity) bool { return len(e.Addresses) > 0 }},
	{"contacts", func(e *Entity) bool { return len(e.Contacts) > 0 }},
	{"gender", func(e *Entity) bool { return e.Gender != "" }},
	{"titles", func(e *Entity) bool { return len(e.Titles) > 0 }},
	{"vessel", func(e *Entity) bool { return e.Vessel != nil }},
	{"vessel type", func(e *Entity) bool { return e.Vessel != nil && e.Vessel.Type != "" }},
	{"vessel tonnage", func(e *Entity) bool {
		v := e.Vessel
		return v != nil && v.Deadweight.Text+v.GrossTonnage.Text+v.NetTonnage.Text+v.Tonnage.Text != ""
	}},
	{"vessel owner", func(e *Entity) bool { return e.Vessel != nil && e.Vessel.Owner != "" }},
	{"aircraft", func(e *Entity) bool { return e.Aircraft != nil }},
	{"measures", func(e *Entity) bool { return len(e.Measures) > 0 }},
	{"measure basis", func(e *Entity) bool { return anyOf(e.Measures, func(m *Measure) bool { return m.Basis != "" }) }},
	{"listed on", func(e *Entity) bool { return anyOf(e.Measures, func(m *Measure) bool { return m.Listed.Known() }) }},
	{"ended", func(e *Entity) bool { return anyOf(e.Measures, func(m *Measure) bool { return m.Ends.Known() }) }},
	{"relations", func(e *Entity) bool { return len(e.Relations) > 0 }},
	{"references", func(e *Entity) bool { return len(e.References) > 0 }},
	{"remarks", func(e *Entity) bool { return len(e.Remarks) > 0 }},
}

// anyOf reports whether f holds for one of all.
func anyOf[T any](all []T, f func(*T) bool) bool {
	for i := range all {
		if f(&all[i]) {
			return true
		}
	}
	return false
}
