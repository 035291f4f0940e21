-- Accounts whose people sign in at the organisation's OpenID provider, by the name it tells of them. Whom it means is settled
-- at the first sign-in, by the provider's own number for the person: a name may be given to somebody else later.
create table account_openid (
  account varchar(100) primary key references account,
  name varchar(300) not null unique,
  issuer varchar(500),
  subject varchar(300),
  unique (issuer, subject)
);
