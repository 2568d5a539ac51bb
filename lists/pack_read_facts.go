package lists

func (u *unpacker) day() Day {
	if len(u.data)-u.at < 4 {
		u.fail("ends within a day")
		return Day{}
	}
	b := u.data[u.at : u.at+4]
	u.at += 4
	return Day{Year: int16(uint16(b[0]) | uint16(b[1])<<8), Month: b[2], Day: b[3]}
}

func (u *unpacker) date(d *Date) {
	m := u.mask(dateBits)
	if m&dateRole != 0 {
		d.Role = DateRole(u.string())
	}
	if m&dateFrom != 0 {
		d.From = u.day()
	}
	if m&dateTo != 0 {
		d.To = u.day()
	}
	if m&dateText != 0 {
		d.Text = u.string()
	}
	d.Circa = m&dateCirca != 0
}

func (u *unpacker) period(p *Period) {
	m := u.mask(periodBits)
	if m&periodFrom != 0 {
		u.date(&p.From)
	}
	if m&periodUntil != 0 {
		u.date(&p.Until)
	}
}

func (u *unpacker) name(n *Name) {
	m := u.mask(nameBits)
	n.Text = u.string()
	n.Type = NameType(u.byte())
	if m&nameParts != 0 {
		n.Parts = cut(u, &u.parts)
		for i := range n.Parts {
			p := &n.Parts[i]
			p.Role, p.Text = PartRole(u.string()), u.string()
		}
	}
	if m&nameLabel != 0 {
		n.Label = u.string()
	}
	if m&nameID != 0 {
		n.ID = u.string()
	}
	if m < nameLang {
		return
	}
	if m&nameLang != 0 {
		n.Lang = u.string()
	}
	if m&nameScript != 0 {
		n.Script = u.string()
	}
	if m&nameUsed != 0 {
		n.Used = one(u, &u.periods)
		u.period(n.Used)
	}
}

func (u *unpacker) identifier(id *Identifier) {
	m := u.mask(identifierBits)
	id.Type, id.Value = IDType(u.string()), u.string()
	if m&identifierLabel != 0 {
		id.Label = u.string()
	}
	if m&identifierCountry != 0 {
		id.Country = u.string()
	}
	if m&identifierNote != 0 {
		id.Note = u.string()
	}
	if m&identifierIssued != 0 {
		u.date(&id.Issued)
	}
	if m&identifierExpires != 0 {
		u.date(&id.Expires)
	}
}

func (u *unpacker) address(a *Address) {
	m := u.mask(addressBits)
	if m&addressText != 0 {
		a.Text = u.string()
	}
	if m&addressStreet != 0 {
		a.Street = u.string()
	}
	if m&addressCity != 0 {
		a.City = u.string()
	}
	if m&addressRegion != 0 {
		a.Region = u.string()
	}
	if m&addressPostalCode != 0 {
		a.PostalCode = u.string()
	}
	if m&addressCountry != 0 {
		a.Country = u.string()
	}
	if m&addressCode != 0 {
		a.Code = u.string()
	}
	if m&addressID != 0 {
		a.ID = u.string()
	}
}

func (u *unpacker) measure(x *Measure) {
	m := u.mask(measureBits)
	x.Authority, x.Programme = u.string(), u.string()
	if m&measureBasis != 0 {
		x.Basis = u.string()
	}
	if m&measureKinds != 0 {
		x.Kinds = pooled(u, u.kinds)
	}
	if m&measureText != 0 {
		x.Text = u.string()
	}
	if m&measureListed != 0 {
		u.date(&x.Listed)
	}
	if m&measureAmended != 0 {
		u.date(&x.Amended)
	}
	if m&measureEffective != 0 {
		u.date(&x.Effective)
	}
	if m&measureEnds != 0 {
		u.date(&x.Ends)
	}
}

func (u *unpacker) relation(r *Relation) {
	m := u.mask(relationBits)
	r.Role, r.Text = RelationRole(u.string()), u.string()
	if m&relationIDs != 0 {
		r.IDs = pooled(u, u.slices)
	}
	if m&relationLabel != 0 {
		r.Label = u.string()
	}
	if m&relationShare != 0 {
		known := u.byte()
		if known > 1 {
			u.fail("neither yes nor no")
		}
		r.Share = Share{Known: known == 1, Min: int32(u.int(32)), Max: int32(u.int(32))}
	}
	r.Former = m&relationFormer != 0
	if m&relationFrom != 0 {
		u.date(&r.From)
	}
	if m&relationUntil != 0 {
		u.date(&r.Until)
	}
}

func (u *unpacker) quantity(q *Quantity, there uint64) {
	if there != 0 {
		q.Text, q.Value = u.string(), u.int(64)
	}
}

func (u *unpacker) vessel(v *VesselDetails) {
	m := u.mask(vesselBits)
	v.Type = u.string()
	if m&vesselOtherTypes != 0 {
		v.OtherTypes = pooled(u, u.slices)
	}
	u.quantity(&v.Deadweight, m&vesselDeadweight)
	u.quantity(&v.GrossTonnage, m&vesselGrossTonnage)
	u.quantity(&v.NetTonnage, m&vesselNetTonnage)
	u.quantity(&v.Tonnage, m&vesselTonnage)
	u.quantity(&v.Length, m&vesselLength)
	u.quantity(&v.Beam, m&vesselBeam)
	for _, f := range [...]struct {
		text *string
		bit  uint64
	}{
		{&v.Builder, vesselBuilder}, {&v.Owner, vesselOwner}, {&v.FormerOwners, vesselFormerOwners}, {&v.Operator, vesselOperator},
		{&v.Manager, vesselManager}, {&v.Class, vesselClass}, {&v.Insurer, vesselInsurer}, {&v.HomePort, vesselHomePort},
	} {
		if m&f.bit != 0 {
			*f.text = u.string()
		}
	}
}
