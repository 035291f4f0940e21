-- Who may sign in to the pages. What is secret is hashed, or encrypted with a key that is not in the ledger.
create table account (
  name varchar(100) primary key,
  person varchar(200) not null,
  password varchar(500),
  -- What the second factor's codes are made from, encrypted.
  code_secret varchar(500),
  -- The time step of the newest code that was used: none is used twice, and no older one after it.
  code_step bigint,
  disabled boolean not null,
  made_at timestamp with time zone not null
);

-- What an account may do: a role, and the teams or offices it may do it for. Nothing but the name where for all.
create table account_role (
  account varchar(100) not null references account,
  role varchar(40) not null,
  primary key (account, role)
);
create table account_team (
  account varchar(100) not null references account,
  team varchar(200) not null,
  primary key (account, team)
);
create table account_office (
  account varchar(100) not null references account,
  office varchar(200) not null,
  primary key (account, office)
);

-- Links by which a person sets up an account's password and second factor, once. Without an account: the first
-- administrator's.
create table account_link (
  token_hash varchar(64) primary key,
  account varchar(100) references account,
  code_secret varchar(500) not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);

-- Codes for whoever has lost the second factor; each works once, and is gone then.
create table recovery_code (
  account varchar(100) not null references account,
  code_hash varchar(64) not null,
  primary key (account, code_hash)
);

-- Who is signed in.
create table signed_in (
  id_hash varchar(64) primary key,
  account varchar(100) not null references account,
  began_at timestamp with time zone not null
);
create index signed_in_account on signed_in (account, began_at);

-- Tries to sign in that failed, for as long as they count.
create table failed_sign_in (
  id bigint generated always as identity primary key,
  account_hash varchar(64) not null,
  address varchar(100) not null,
  failed_at timestamp with time zone not null
);
create index failed_sign_in_account on failed_sign_in (account_hash, failed_at);
create index failed_sign_in_address on failed_sign_in (address, failed_at);
